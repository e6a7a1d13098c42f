/** What the engine calls in this module: three lines each. */
@NullMarked
package io.imprimatur.review.process;

import org.jspecify.annotations.NullMarked;
