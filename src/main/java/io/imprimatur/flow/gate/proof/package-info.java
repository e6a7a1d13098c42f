/**
 * Explores every state that a post can reach in a flow, and proves that none breaks a promise. {@link
 * io.imprimatur.flow.gate.proof.Machine} is what each element means; all else asks it.
 */
@NullMarked
package io.imprimatur.flow.gate.proof;

import org.jspecify.annotations.NullMarked;
