/** The building blocks that the flow itself brings along. */
@NullMarked
package io.imprimatur.flow.internal.blocks;

import org.jspecify.annotations.NullMarked;
