@NullMarked
package io.imprimatur.flow.internal.approval;

import org.jspecify.annotations.NullMarked;
