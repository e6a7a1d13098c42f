/** Rewrites image containers without what is not needed to draw the image. One class a format. */
@NullMarked
package io.imprimatur.content.internal.image;

import org.jspecify.annotations.NullMarked;
