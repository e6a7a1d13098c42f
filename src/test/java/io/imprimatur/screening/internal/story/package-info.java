@NullMarked
package io.imprimatur.screening.internal.story;

import org.jspecify.annotations.NullMarked;
