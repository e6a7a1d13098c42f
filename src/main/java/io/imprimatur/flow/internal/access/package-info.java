@NullMarked
package io.imprimatur.flow.internal.access;

import org.jspecify.annotations.NullMarked;
