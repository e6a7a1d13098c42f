@NullMarked
package io.imprimatur.screening.internal.detect;

import org.jspecify.annotations.NullMarked;
