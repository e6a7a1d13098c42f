package io.imprimatur.publishing.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class XErrorsTest {
    private static final long NOW = 1_767_225_600L;

    @Test
    void waitsUntilTheShortLimitIsReset() {
        var headers = headers();
        headers.set("x-rate-limit-reset", String.valueOf(NOW + 60));
        headers.set("x-user-limit-24hour-remaining", "7");
        headers.set("x-user-limit-24hour-reset", String.valueOf(NOW + 9_000));
        assertThat(throttled(headers).pause()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void waitsUntilTheLatestOfTheDailyLimitsThatAreUsedUp() {
        var headers = headers();
        headers.set("x-rate-limit-reset", String.valueOf(NOW + 60));
        headers.set("x-user-limit-24hour-remaining", "0");
        headers.set("x-user-limit-24hour-reset", String.valueOf(NOW + 9_000));
        headers.set("x-app-limit-24hour-remaining", "0");
        headers.set("x-app-limit-24hour-reset", String.valueOf(NOW + 5_000));
        assertThat(throttled(headers).pause()).isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void namesNoPauseThatXDidNotName() {
        assertThat(throttled(headers()).pause()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"detail\":\"You are not allowed to create a Tweet with duplicate content.\",\"type\":\"about:blank\","
                        + "\"title\":\"Forbidden\",\"status\":403} | platform-has-duplicate",
                "403 | {\"detail\":\"You are not permitted to perform this action.\"} | account-not-allowed",
                "402 | {\"title\":\"CreditsDepleted\"} | account-out-of-credit",
                "400 | {\"title\":\"Invalid Request\"} | platform-rejects-content",
                "401 | {\"title\":\"Unauthorized\"} | credentials-refused"
            })
    void namesARefusal(int status, String body, String code) throws IOException {
        assertThat(reply(status, body).refusal()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"errors\":[{\"type\":\"https://api.twitter.com/2/problems/resource-not-found\"}]} | true",
                "404 | {\"type\":\"https://api.x.com/2/problems/resource-not-found\"} | true",
                "404 | {\"type\":\"about:blank\",\"title\":\"Not Found\"} | false",
                "200 | {\"errors\":[{\"type\":\"https://api.x.com/2/problems/not-authorized-for-resource\"}]} | false",
                "200 | {\"data\":{},\"errors\":[{\"type\":\"https://api.x.com/2/problems/resource-not-found\"}]} | false",
                "403 | {\"type\":\"https://api.x.com/2/problems/resource-not-found\"} | false"
            })
    void knowsThatAPostIsGoneOnlyFromXsOwnWord(int status, String body, boolean missing) throws IOException {
        assertThat(XErrors.saysMissing(reply(status, body))).isEqualTo(missing);
    }

    private static Reply throttled(HttpHeaders headers) {
        return new Reply(
                new Exchange.Answer(429, headers, new byte[0]), null, MissingNode.getInstance(), new XErrors());
    }

    private static Reply reply(int status, String body) throws IOException {
        var json = new ObjectMapper().readTree(body);
        var answer = new Exchange.Answer(status, headers(), new byte[0]);
        return status == 200
                ? new Reply(answer, json, MissingNode.getInstance(), new XErrors())
                : new Reply(answer, null, json, new XErrors());
    }

    private static HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setDate(NOW * 1_000);
        return headers;
    }
}
