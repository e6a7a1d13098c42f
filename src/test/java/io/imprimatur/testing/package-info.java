@NullMarked
package io.imprimatur.testing;

import org.jspecify.annotations.NullMarked;
