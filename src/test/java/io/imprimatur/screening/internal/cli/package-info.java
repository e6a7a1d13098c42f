@NullMarked
package io.imprimatur.screening.internal.cli;

import org.jspecify.annotations.NullMarked;
