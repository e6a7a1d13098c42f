package io.imprimatur.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.platform.CannotStart;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTest {
    @Test
    void findsTheReasonInsideOfOtherFailures() {
        var failure = new IllegalStateException(new IllegalArgumentException(new CannotStart("Because.")));
        assertThat(StartFailure.sentence(failure)).hasValue("Because.");
    }

    @ParameterizedTest
    @CsvSource({"08001,does not answer", "08006,does not answer", "28P01,refuses", "3D000,refuses"})
    void saysWhatIsWrongWithTheDatabase(String state, String words) {
        assertThat(StartFailure.sentence(new SQLException("secret", state)))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains(words).doesNotContain("secret"));
    }

    @Test
    void namesAPortThatWasTakenMeanwhile() {
        assertThat(StartFailure.sentence(new PortInUseException(8080)))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("8080").contains("--server.port"));
    }

    @Test
    void leavesAnUnexpectedFailureToTheLog() {
        assertThat(StartFailure.sentence(new IllegalStateException("x"))).isEmpty();
    }
}
