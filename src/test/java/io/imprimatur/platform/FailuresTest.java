package io.imprimatur.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void namesTheClassesAndKeepsTheMessages() {
        var text = Failures.describe(new IllegalStateException("MARKER", new IllegalArgumentException("MARKER")));
        assertThat(text)
                .contains("IllegalStateException")
                .contains("caused by java.lang.IllegalArgumentException")
                .contains("FailuresTest")
                .doesNotContain("MARKER");
    }
}
