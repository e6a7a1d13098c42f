@NullMarked
package io.imprimatur.screening.internal.directory;

import org.jspecify.annotations.NullMarked;
