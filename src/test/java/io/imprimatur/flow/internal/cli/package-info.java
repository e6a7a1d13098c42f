@NullMarked
package io.imprimatur.flow.internal.cli;

import org.jspecify.annotations.NullMarked;
