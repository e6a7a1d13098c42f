package io.imprimatur.screening;

import java.time.Instant;

/** Why a reviewer holds that a finding may go out. */
public record FindingAnswer(String person, String reason, Instant at) {}
