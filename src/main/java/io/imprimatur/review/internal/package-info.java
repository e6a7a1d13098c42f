@NullMarked
package io.imprimatur.review.internal;

import org.jspecify.annotations.NullMarked;
