package io.imprimatur.flow;

/** Published in the engine's transaction when somebody took a task, or gave it back to its group: then it has no assignee. */
public record TaskTaken(FlowTask task) {}
