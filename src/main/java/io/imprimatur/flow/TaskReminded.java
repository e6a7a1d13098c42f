package io.imprimatur.flow;

/** Published in the engine's transaction when a task's reminder ({@code escalated} false) or escalation falls due. */
public record TaskReminded(FlowTask task, boolean escalated) {}
