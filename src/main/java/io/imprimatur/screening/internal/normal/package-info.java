/** Texts as detectors read them, however they were typed; every unit remembers its place in the original. */
@NullMarked
package io.imprimatur.screening.internal.normal;

import org.jspecify.annotations.NullMarked;
