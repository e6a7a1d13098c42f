@NullMarked
package io.imprimatur.screening.internal.own;

import org.jspecify.annotations.NullMarked;
