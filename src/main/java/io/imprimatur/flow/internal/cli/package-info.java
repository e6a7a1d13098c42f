/** The check of flows on the command line. */
@NullMarked
package io.imprimatur.flow.internal.cli;

import org.jspecify.annotations.NullMarked;
