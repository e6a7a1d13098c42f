@NullMarked
package io.imprimatur.flow.gate;

import org.jspecify.annotations.NullMarked;
