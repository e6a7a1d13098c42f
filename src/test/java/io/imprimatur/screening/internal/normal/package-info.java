@NullMarked
package io.imprimatur.screening.internal.normal;

import org.jspecify.annotations.NullMarked;
