@NullMarked
package io.imprimatur.flow.internal.engine;

import org.jspecify.annotations.NullMarked;
