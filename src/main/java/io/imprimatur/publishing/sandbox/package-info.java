/**
 * Stand-ins for the platforms, which answer on this machine as the platforms do, with faults to switch on. A newcomer tries
 * every state with them, and tests use them as fakes.
 */
@NullMarked
package io.imprimatur.publishing.sandbox;

import org.jspecify.annotations.NullMarked;
