package io.imprimatur.flow.spi;

import java.util.Set;

/** Says which review stages every revision needs before it may go out, whatever model it runs on. */
public interface RequiredStages {
    /** Names of stages, as user tasks give them in the extension property {@code stage}. */
    Set<String> stages();
}
