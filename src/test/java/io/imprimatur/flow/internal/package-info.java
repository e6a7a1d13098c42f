@NullMarked
package io.imprimatur.flow.internal;

import org.jspecify.annotations.NullMarked;
