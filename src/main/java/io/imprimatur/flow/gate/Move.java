package io.imprimatur.flow.gate;

/**
 * One thing that can happen next.
 *
 * @param id what to pass on as the choice
 * @param label what happens, in a few words
 * @param element id of the element at which it happens
 */
public record Move(String id, String label, String element) {}
