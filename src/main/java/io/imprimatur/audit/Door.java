package io.imprimatur.audit;

/** Through which door something was asked for. */
public enum Door {
    PAGE,
    TASKLIST,
    REST,
    ENGINE_REST,
    MAIL,
    COMMAND_LINE,
    SYSTEM
}
