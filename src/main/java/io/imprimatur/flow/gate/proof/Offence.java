package io.imprimatur.flow.gate.proof;

/**
 * A promise broken in one step.
 *
 * @param detail what tells offences of one rule at one element apart, such as a stage
 */
record Offence(String rule, Node node, String detail) {}
