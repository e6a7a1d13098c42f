/** The models of the house: drafts, versions, deployments with a name to them, proposals, and moving posts between versions. */
@NullMarked
package io.imprimatur.flow.internal.library;

import org.jspecify.annotations.NullMarked;
