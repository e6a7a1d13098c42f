/** Drafts, deployments, proposals and moves of flows, over real doors. */
@NullMarked
package io.imprimatur.flow.library;

import org.jspecify.annotations.NullMarked;
