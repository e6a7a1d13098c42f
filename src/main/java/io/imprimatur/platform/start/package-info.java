@NullMarked
package io.imprimatur.platform.start;

import org.jspecify.annotations.NullMarked;
