package io.imprimatur.flow;

import java.util.UUID;

/**
 * Published in the engine's transaction when a flow tells a group where a post has come to.
 *
 * @param group whose members hear of it
 * @param step what the model calls the place; written by who drew the flow, never by an author
 */
public record StepReached(UUID contentId, int revision, String group, String step) {}
