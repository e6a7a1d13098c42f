@NullMarked
package io.imprimatur.flow.internal.door;

import org.jspecify.annotations.NullMarked;
