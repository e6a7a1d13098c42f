/** A second, naive reading of what flows mean. It shares no code with the check, so that the two can be compared. */
@NullMarked
package io.imprimatur.flow.gate.brute;

import org.jspecify.annotations.NullMarked;
