package io.imprimatur.screening;

/**
 * A place that may identify a patient.
 *
 * @param start first UTF-16 unit of it
 * @param end behind its last UTF-16 unit
 * @param rule the paragraph of 45 CFR 164.514(b)(2) in words, such as {@code Telephone numbers, 45 CFR 164.514(b)(2)(i)(D)}
 * @param advice what the author can do
 */
public record Finding(Identifier identifier, int start, int end, Severity severity, String rule, String advice) {}
