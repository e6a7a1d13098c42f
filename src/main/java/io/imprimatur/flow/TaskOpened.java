package io.imprimatur.flow;

/** Published in the engine's transaction when a user task was created. */
public record TaskOpened(FlowTask task) {}
