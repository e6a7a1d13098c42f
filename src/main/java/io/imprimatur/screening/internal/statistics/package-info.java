@NullMarked
package io.imprimatur.screening.internal.statistics;

import org.jspecify.annotations.NullMarked;
