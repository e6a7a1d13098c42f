@NullMarked
package io.imprimatur.screening.internal;

import org.jspecify.annotations.NullMarked;
