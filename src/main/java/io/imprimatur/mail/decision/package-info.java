/** Decisions by mail: what may be decided by whom with which token, replies from storing to answering, and undoing. */
@NullMarked
package io.imprimatur.mail.decision;

import org.jspecify.annotations.NullMarked;
