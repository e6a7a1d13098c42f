package io.imprimatur.flow.internal.door;

import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * The engine refuses expressions in queries that are not stored, and forgets the ones inside {@code orQueries}
 * (CVE-2026-109432).
 */
final class AdHocQueries {
    static boolean hideExpression(Command<?> command) {
        return command instanceof TaskQueryImpl query
                && query.getQueries().stream()
                        .anyMatch(part -> !part.getExpressions().isEmpty());
    }

    private AdHocQueries() {}
}
