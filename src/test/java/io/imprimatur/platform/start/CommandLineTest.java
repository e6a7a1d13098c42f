package io.imprimatur.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.platform.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void servesByDefault() {
        assertThat(CommandLine.checked(new String[] {})).isEmpty();
        assertThat(CommandLine.checked(new String[] {"serve", "--server.port=1"}))
                .containsExactly("--server.port=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=8081", "-p", "start", "--help", "--", "", "serve serve", "--serverport=1"})
    void refusesWhatItDoesNotKnow(String argument) {
        assertThatThrownBy(() -> CommandLine.checked(new String[] {argument})).isInstanceOf(CannotStart.class);
    }

    @Test
    void doesNotRepeatAValue() {
        assertThatThrownBy(() -> CommandLine.checked(new String[] {"--password=s3cret"}))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--password;")
                .hasMessageNotContaining("s3cret");
    }
}
