package io.imprimatur.identity;

import java.util.List;

/** The groups that grant something. */
public final class Groups {
    public static final String AUTHORS = "authors";
    public static final String LEGAL = "legal";
    public static final String CLINICAL = "clinical";
    public static final String COMPLIANCE = "compliance";
    public static final String MANAGERS = "managers";
    public static final String OPERATORS = "operators";
    /** The engine's own name for its administrators; it must never be empty (CVE-2026-77226). */
    public static final String ADMINS = "camunda-admin";

    public static final List<String> ALL = List.of(AUTHORS, LEGAL, CLINICAL, COMPLIANCE, MANAGERS, OPERATORS, ADMINS);

    private Groups() {}
}
