package io.imprimatur.flow;

import java.util.UUID;

/**
 * Published in the transaction in which somebody proposes a change of a flow, which a second person must confirm.
 *
 * @param proposedBy id of the person, who cannot be the second one
 */
public record FlowProposed(UUID proposalId, String proposedBy) {}
