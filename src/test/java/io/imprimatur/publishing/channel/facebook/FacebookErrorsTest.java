package io.imprimatur.publishing.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/** What the Graph API's error codes mean. */
class FacebookErrorsTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "400, 190, account-must-be-connected-again",
        "400, 102, account-must-be-connected-again",
        "403, 10, account-not-allowed",
        "403, 200, account-not-allowed",
        "400, 299, account-not-allowed",
        "400, 368, platform-blocks-posting",
        "400, 506, platform-has-duplicate",
        "400, 803, api-not-found",
        "400, 100, platform-rejects-content",
        "400, 324, platform-rejects-content",
        "500, 190, account-must-be-connected-again"
    })
    void namesRefusalsByTheirCode(int status, int code, String refusal) {
        var reply = reply(status, "{\"error\":{\"code\":" + code + "}}", new HttpHeaders());
        assertThat(reply.refusal()).isEqualTo(refusal);
        assertThat(reply.unanswered()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"400, 1", "400, 2", "500, 1", "503, 2"})
    void transientErrorsSayNothingOfWhatWasDone(int status, int code) {
        var reply = reply(status, "{\"error\":{\"code\":" + code + "}}", new HttpHeaders());
        assertThat(reply.refusal()).isNull();
        assertThat(reply.unanswered()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4", "17", "32", "341", "613", "80001"})
    void throttlesAreNoRefusals(int code) {
        var reply = reply(400, "{\"error\":{\"code\":" + code + "}}", new HttpHeaders());
        assertThat(reply.throttled()).isTrue();
        assertThat(reply.refusal()).isNull();
        assertThat(reply.unanswered()).isFalse();
        assertThat(reply.pause()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void takesTheLongestOfTheTimesThatFacebookEstimates() {
        var headers = new HttpHeaders();
        headers.set(
                "x-business-use-case-usage",
                "{\"1\":[{\"estimated_time_to_regain_access\":3},{\"estimated_time_to_regain_access\":19}]}");
        assertThat(reply(400, "{\"error\":{\"code\":32}}", headers).pause()).isEqualTo(Duration.ofMinutes(19));
        headers.set("x-business-use-case-usage", "nothing of use");
        assertThat(reply(400, "{\"error\":{\"code\":32}}", headers).pause()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void readsTheStatusWhereThereIsNoCode() {
        assertThat(reply(413, "<html>", new HttpHeaders()).refusal()).isEqualTo("too-large-for-platform");
        assertThat(reply(502, "", new HttpHeaders()).refusal()).isNull();
    }

    private Reply reply(int status, String body, HttpHeaders headers) {
        try {
            var error = body.startsWith("{") ? json.readTree(body) : json.missingNode();
            return new Reply(new Exchange.Answer(status, headers, new byte[0]), null, error, new FacebookErrors(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
