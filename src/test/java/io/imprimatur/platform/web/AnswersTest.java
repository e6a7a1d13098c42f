package io.imprimatur.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Real HTTP against controllers that fail in every way. */
@SpringBootTest(
        classes = AnswersTest.App.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "imprimatur.web.max-body-size=20KB",
            "imprimatur.web.max-upload-size=50KB",
            "imprimatur.web.max-json-text=10000"
        })
class AnswersTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void answersARefusalWithItsStatusCodeAndSentence() throws Exception {
        var answer = get("/api/refused");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = json(answer);
        assertThat(problem.path("type").asText()).isEqualTo("urn:imprimatur:problem:already-published");
        assertThat(problem.path("title").asText()).isEqualTo("Conflict");
        assertThat(problem.path("status").asInt()).isEqualTo(409);
        assertThat(problem.path("detail").asText()).isEqualTo("It is published.");
        assertThat(problem.path("code").asText()).isEqualTo("already-published");
        assertThat(problem.path("field").asText()).isEqualTo("title");
        assertThat(problem.path("instance").asText()).isEqualTo("/api/refused");
    }

    @Test
    void findsARefusalInsideOfAnotherException() throws Exception {
        assertThat(get("/api/wrapped").statusCode()).isEqualTo(403);
    }

    @Test
    void tellsNothingOfAnUnexpectedFailureButACorrelationId() throws Exception {
        var answer = get("/api/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("MARKER").doesNotContain("Exception");
        assertThat(json(answer).path("correlationId").asText())
                .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
    }

    @Test
    void showsPeopleAPageWithTheSentence() throws Exception {
        var answer = get("/page/refused");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("It is published.").contains("href=\"/\"");
    }

    @ParameterizedTest
    @CsvSource({"/nowhere,404", "/page/broken,500", "/page/number?value=x,400", "/page/number,400", "/error,404"})
    void showsPeopleAPageForEveryError(String path, int status) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("Exception")
                .doesNotContain("MARKER");
    }

    @Test
    void givesProgramsAProblemWhereverTheyAsk() throws Exception {
        var request = HttpRequest.newBuilder(uri("/page/refused")).header("Accept", "application/json");
        assertThat(json(send(request)).path("code").asText()).isEqualTo("already-published");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "unreadable-json | ",
                "unreadable-json | {",
                "unreadable-json | {\"title\": \"a\"} x",
                "unreadable-json | nonsense",
                "unreadable-json | {\"title\": \"a\", \"title\": \"b\"}",
                "unknown-field | {\"titel\": \"a\"}",
                "unknown-field | {\"nested\": {\"more\": 1}}",
                "wrong-type | {\"title\": 5}",
                "wrong-type | {\"title\": true}",
                "wrong-type | {\"title\": [\"a\"]}",
                "wrong-type | {\"title\": {\"a\": 1}}",
                "wrong-type | {\"title\": \"a\\u0000b\"}",
                "wrong-type | {\"title\": \"a\\ud800b\"}",
                "wrong-type | {\"count\": \"5\"}",
                "wrong-type | {\"count\": 5.5}",
                "wrong-type | {\"count\": 99999999999}",
                "wrong-type | {\"flag\": \"true\"}",
                "wrong-type | {\"flag\": 1}",
                "wrong-type | {\"kind\": \"OTHER\"}",
                "wrong-type | {\"kind\": \"\"}",
                "wrong-type | {\"kind\": 0}",
                "wrong-type | {\"at\": 5}",
                "wrong-type | {\"at\": \"tomorrow\"}",
                "wrong-type | {\"names\": \"a\"}",
                "wrong-type | {\"names\": [1]}",
                "wrong-type | {\"nested\": \"\"}",
                "unreadable-json | []",
                "unreadable-json | \"text\"",
                "unreadable-json | 5"
            })
    void refusesJsonThatIsNotMeantSo(String code, @Nullable String body) throws Exception {
        var answer = post(BodyPublishers.ofString(body == null ? "" : body), "application/json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asText()).isEqualTo(code);
    }

    @Test
    void takesJsonThatIsMeantSo() throws Exception {
        var answer = post(
                BodyPublishers.ofString(
                        "{\"title\": \"a \\ud83d\\ude00\", \"count\": 5, \"flag\": true, \"kind\": \"ONE\","
                                + " \"at\": \"2026-11-22T09:30:00+01:00\", \"names\": [\"x\"], \"nested\": {\"name\": \"n\"}}"),
                "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("at").asText()).isEqualTo("2026-11-22T08:30:00Z");
    }

    @Test
    void doesNotRepeatAnUnknownFieldThatIsNoPlainName() throws Exception {
        var answer = post(BodyPublishers.ofString("{\"<script>\": 1}"), "application/json");
        assertThat(answer.body()).doesNotContain("script");
    }

    @ParameterizedTest
    @CsvSource({"text/plain,415", "application/x-www-form-urlencoded,415", "nonsense,415"})
    void refusesAnotherMediaType(String type, int status) throws Exception {
        assertThat(post(BodyPublishers.ofString("a=b"), type).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesAMethodThatTheAddressDoesNotTake() throws Exception {
        var answer = send(HttpRequest.newBuilder(uri("/api/echo")).DELETE());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(json(answer).path("code").asText()).isEqualTo("method-not-allowed");
    }

    @Test
    void saysNotFoundToPrograms() throws Exception {
        assertThat(json(get("/api/nowhere")).path("code").asText()).isEqualTo("not-found");
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() throws Exception {
        var answer = post(BodyPublishers.ofString(title(30_000)), "application/json");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("instance").asText()).isEqualTo("/api/echo");
        assertThat(json(answer).path("code").asText()).isEqualTo("too-large");
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        var answer = post(chunked(title(30_000)), "application/json");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("code").asText()).isEqualTo("too-large");
    }

    @Test
    void refusesATextThatIsTooLong() throws Exception {
        assertThat(post(BodyPublishers.ofString(title(12_000)), "application/json")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void refusesNestingThatIsTooDeep() throws Exception {
        var body = "{\"names\":" + "[".repeat(500) + "]".repeat(500) + "}";
        assertThat(post(BodyPublishers.ofString(body), "application/json").statusCode())
                .isIn(400, 413);
    }

    @Test
    void refusesAFormThatIsTooLargeWhetherItSaysSoOrNot() throws Exception {
        var form = "text=" + "a".repeat(30_000);
        var type = "application/x-www-form-urlencoded";
        assertThat(post("/page/form", BodyPublishers.ofString(form), type).statusCode())
                .isEqualTo(413);
        assertThat(post("/page/form", chunked(form), type).statusCode()).isEqualTo(413);
        assertThat(post("/page/form", BodyPublishers.ofString("text=é"), type).body())
                .isEqualTo("1");
    }

    @Test
    void refusesAnUploadThatIsTooLargeWhetherItSaysSoOrNot() throws Exception {
        assertThat(post("/api/upload", BodyPublishers.ofString(multipart(40_000)), MULTIPART)
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/api/upload", BodyPublishers.ofString(multipart(60_000)), MULTIPART)
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/api/upload", chunked(multipart(60_000)), MULTIPART).statusCode())
                .isEqualTo(413);
    }

    private static final String MULTIPART = "multipart/form-data; boundary=x";

    private static String multipart(int size) {
        return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + "a".repeat(size)
                + "\r\n--x--\r\n";
    }

    private static String title(int length) {
        return "{\"title\": \"" + "a".repeat(length) + "\"}";
    }

    private static BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> post(BodyPublisher body, String type) throws Exception {
        return post("/api/echo", body, type);
    }

    private HttpResponse<String> post(String path, BodyPublisher body, String type) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).POST(body).header("Content-Type", type));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    @EnableConfigurationProperties(WebProperties.class)
    @Import({
        StrictJson.class,
        CorrelationFilter.class,
        BodySizeFilter.class,
        ExceptionAnswers.class,
        ErrorAnswers.class,
        Broken.class
    })
    static class App {}

    @RestController
    static class Broken {
        @GetMapping({"/api/refused", "/page/refused"})
        String refused() {
            throw Refusal.conflict("already-published", "It is published.").about("title");
        }

        @GetMapping("/api/wrapped")
        String wrapped() {
            throw new IllegalStateException(Refusal.forbidden("no", "No."));
        }

        @GetMapping({"/api/broken", "/page/broken"})
        String broken() {
            throw new IllegalStateException("MARKER");
        }

        @GetMapping("/page/number")
        int number(@RequestParam int value) {
            return value;
        }

        @PostMapping(path = "/api/echo", consumes = MediaType.APPLICATION_JSON_VALUE)
        Body echo(@RequestBody Body body) {
            return body;
        }

        @PostMapping("/page/form")
        int form(@RequestParam String text) {
            return text.length();
        }

        @PostMapping("/api/upload")
        long upload(@RequestParam MultipartFile file) {
            return file.getSize();
        }
    }

    record Body(
            @Nullable String title,
            @Nullable Integer count,
            @Nullable Boolean flag,
            @Nullable Kind kind,
            @Nullable Instant at,
            @Nullable List<String> names,
            @Nullable Nested nested) {}

    record Nested(@Nullable String name) {}

    enum Kind {
        ONE
    }
}
