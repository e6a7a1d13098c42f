@NullMarked
package io.imprimatur.flow;

import org.jspecify.annotations.NullMarked;
