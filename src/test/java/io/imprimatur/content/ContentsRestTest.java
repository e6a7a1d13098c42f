package io.imprimatur.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.content.internal.image.ImageSamples;
import io.imprimatur.testing.IntegrationTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

@IntegrationTest
class ContentsRestTest {
    @Autowired
    TestRestTemplate http;

    private TestRestTemplate as(String person) {
        return http.withBasicAuth(person, person);
    }

    private static Map<String, Object> draft(String title) {
        var draft = new HashMap<String, Object>();
        draft.put("kind", "ANNOUNCEMENT");
        draft.put("title", title);
        draft.put("body", "Flu shots are free for everybody this autumn.");
        draft.put("channels", List.of("newsroom"));
        return draft;
    }

    private ResponseEntity<JsonNode> create(Map<String, Object> draft) {
        return as("author").postForEntity("/api/contents", draft, JsonNode.class);
    }

    private String begin() {
        return body(create(draft("Flu shots"))).get("id").asText();
    }

    private ResponseEntity<JsonNode> put(
            String person, String id, @Nullable String ifMatch, Map<String, Object> draft) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (ifMatch != null) {
            headers.set(HttpHeaders.IF_MATCH, ifMatch);
        }
        return as(person)
                .exchange("/api/contents/" + id, HttpMethod.PUT, new HttpEntity<>(draft, headers), JsonNode.class);
    }

    private static JsonNode body(ResponseEntity<JsonNode> response) {
        return Objects.requireNonNull(response.getBody());
    }

    private static void requireProblem(ResponseEntity<JsonNode> response, int status, String code) {
        assertThat(response.getStatusCode().value()).isEqualTo(status);
        assertThat(String.valueOf(response.getHeaders().getContentType())).startsWith("application/problem+json");
        var problem = body(response);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("type").asText()).isEqualTo("urn:imprimatur:problem:" + code);
        assertThat(problem.get("detail").asText()).endsWith(".").doesNotContain("Exception", "io.imprimatur");
    }

    @Test
    void createsAPieceAndSaysWhereItIs() {
        var response = create(draft("<script>alert(1)</script>"));
        assertThat(response.getStatusCode().value()).isEqualTo(201);
        var piece = body(response);
        assertThat(response.getHeaders().getLocation())
                .hasToString("/api/contents/" + piece.get("id").asText());
        assertThat(response.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(piece.get("state").asText()).isEqualTo("DRAFT");
        assertThat(piece.get("hash").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void addsARevisionToTheOneThatTheAuthorHasSeen() {
        var id = begin();
        var response = put("author", id, "\"1\"", draft("Flu shots again"));
        assertThat(response.getStatusCode().value()).isEqualTo(200);
        assertThat(response.getHeaders().getETag()).isEqualTo("\"2\"");
        requireProblem(put("author", id, "\"1\"", draft("Late")), 412, "stale-revision");
    }

    @Test
    void wantsToKnowWhichRevisionTheAuthorHasSeen() {
        var id = begin();
        requireProblem(put("author", id, null, draft("x")), 428, "if-match-missing");
        for (var malformed : List.of("1", "*", "W/\"1\"", "\"1\", \"2\"", "\"-1\"", "\"99999999999\"")) {
            requireProblem(put("author", id, malformed, draft("x")), 400, "if-match-invalid");
        }
    }

    @Test
    void hidesThePieceFromOthersAndEverythingFromStrangers() {
        var id = begin();
        requireProblem(put("legal", id, "\"1\"", draft("x")), 404, "content-not-found");
        requireProblem(put("author", UUID.randomUUID().toString(), "\"1\"", draft("x")), 404, "content-not-found");
        requireProblem(as("legal").postForEntity("/api/contents", draft("x"), JsonNode.class), 403, "not-an-author");
        for (var path : List.of("/api/contents", "/api/contents/" + id, "/api/media/" + UUID.randomUUID())) {
            assertThat(http.getForEntity(path, String.class).getStatusCode().value())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kind, POEM, kind-unknown",
        "title, '', title-missing",
        "title, 'a\u202Eb', bidirectional-control",
        "link, 'javascript:alert(1)', link-not-web",
        "publishAt, tomorrow, publish-at-invalid",
        "publishAt, '+999999999-12-31T23:59:59Z', publish-at-too-far",
    })
    void saysWhichFieldIsWrong(String field, String value, String code) {
        var draft = draft("Flu shots");
        draft.put(field, value);
        var response = create(draft);
        requireProblem(response, 400, code);
        assertThat(body(response).get("field").asText()).isEqualTo(field);
    }

    @Test
    void refusesATextOf100000Characters() {
        var draft = draft("Flu shots");
        draft.put("body", "a".repeat(100_000));
        requireProblem(create(draft), 413, "body-too-long");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        var draft = draft("Flu shots");
        draft.put("state", "PUBLISHED");
        assertThat(create(draft).getStatusCode().value()).isEqualTo(400);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        for (var broken : List.of("{", "[]", "\"text\"", "{\"title\": 7}", "{\"images\": [null]}", "")) {
            var response =
                    as("author").postForEntity("/api/contents", new HttpEntity<>(broken, headers), JsonNode.class);
            assertThat(response.getStatusCode().value()).as(broken).isEqualTo(400);
            assertThat(body(response).get("detail").asText()).endsWith(".");
        }
    }

    @Test
    void takesAPieceIntoScreeningAndRefusesASecondTime() {
        var id = begin();
        var response = as("author").postForEntity("/api/contents/" + id + "/submit", null, JsonNode.class);
        assertThat(response.getStatusCode().value()).isEqualTo(202);
        assertThat(body(response).get("state").asText()).isEqualTo("SCREENING");
        assertThat(body(response).get("warnings")).isEmpty();
        requireProblem(
                as("author").postForEntity("/api/contents/" + id + "/submit", null, JsonNode.class),
                409,
                "already-submitted");
    }

    @Test
    void keepsAnIncompletePieceWithItsAuthor() {
        var draft = draft("Flu shots");
        draft.put("channels", List.of());
        var id = body(create(draft)).get("id").asText();
        requireProblem(
                as("author").postForEntity("/api/contents/" + id + "/submit", null, JsonNode.class),
                400,
                "channels-missing");
        assertThat(states("author", id)).containsExactly("DRAFT");
    }

    private List<String> states(String person, String id) {
        var page = body(as(person).getForEntity("/api/contents?size=100", JsonNode.class));
        var states = new java.util.ArrayList<String>();
        page.get("items").forEach(item -> {
            if (item.get("id").asText().equals(id)) {
                states.add(item.get("state").asText());
            }
        });
        return states;
    }

    @Test
    void listsEverybodyWhatTheyMayFind() {
        var id = begin();
        assertThat(states("author", id)).containsExactly("DRAFT");
        assertThat(states("legal", id)).isEmpty();
        assertThat(states("compliance", id)).containsExactly("DRAFT");
        requireProblem(as("author").getForEntity("/api/contents?size=0", JsonNode.class), 400, "page-invalid");
        requireProblem(as("author").getForEntity("/api/contents?state=LOST", JsonNode.class), 400, "state-unknown");
    }

    private ResponseEntity<JsonNode> upload(byte[] image, String type) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        return as("author").postForEntity("/api/media", new HttpEntity<>(image, headers), JsonNode.class);
    }

    private ResponseEntity<JsonNode> uploadForm(byte[] image) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", new ByteArrayResource(image) {
            @Override
            public String getFilename() {
                return "../photo.exe";
            }
        });
        return as("author").postForEntity("/api/media", form, JsonNode.class);
    }

    @Test
    void takesImagesAsFormAndAsBodyByTheirBytes() {
        for (var response :
                List.of(uploadForm(ImageSamples.taggedJpeg()), upload(ImageSamples.taggedJpeg(), "image/png"))) {
            assertThat(response.getStatusCode().value()).isEqualTo(201);
            assertThat(body(response).get("type").asText()).isEqualTo("image/jpeg");
            var location = String.valueOf(response.getHeaders().getLocation());
            var image = as("author").getForEntity(location, byte[].class);
            assertThat(image.getHeaders().getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
            assertThat(image.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(ImageSamples.asText(Objects.requireNonNull(image.getBody())))
                    .doesNotContain(ImageSamples.MARKER);
            assertThat(as("legal")
                            .getForEntity(location, String.class)
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
        }
    }

    @Test
    void refusesUploadsThatAreTooLargeOrBrokenOrNoImages() {
        var large = Arrays.copyOf(ImageSamples.plain("jpg"), 10 * 1024 * 1024 + 1);
        requireProblem(uploadForm(large), 413, "image-too-large");
        requireProblem(upload(large, "image/jpeg"), 413, "image-too-large");
        assertThat(uploadForm(new byte[13 * 1024 * 1024]).getStatusCode().value())
                .isEqualTo(413);
        requireProblem(upload("<svg/>".getBytes(), "image/svg+xml"), 415, "image-type");
        requireProblem(uploadForm(Arrays.copyOf(ImageSamples.plain("png"), 60)), 400, "image-broken");
        assertThat(as("author")
                        .postForEntity("/api/media", draft("x"), JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(415);
    }
}
