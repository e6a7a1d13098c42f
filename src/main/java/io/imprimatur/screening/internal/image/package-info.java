/** Reads what stands in images, text and codes, within bounds, and says what a reviewer has to look at in each. */
@NullMarked
package io.imprimatur.screening.internal.image;

import org.jspecify.annotations.NullMarked;
