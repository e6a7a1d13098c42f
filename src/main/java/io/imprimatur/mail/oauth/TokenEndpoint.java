package io.imprimatur.mail.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks for an access token (RFC 6749, sections 4.4 and 6). No exception of it tells what was sent or answered. */
final class TokenEndpoint {
    private static final int OK = 200;
    private static final long USUAL_SECONDS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OAuthProperties properties;

    TokenEndpoint(OAuthProperties properties) {
        this.properties = properties;
    }

    /** @param refreshToken a new one that is to be used from now on; empty if there is none */
    record Answer(String accessToken, long seconds, String refreshToken) {
        @Override
        public String toString() {
            return "answer of the token end-point";
        }
    }

    Answer ask(String refreshToken) throws AuthenticationFailedException {
        try {
            var response = client().send(request(refreshToken), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != OK) {
                    throw new AuthenticationFailedException(
                            "The token end-point refused with status " + response.statusCode() + ".");
                }
                return answer(read(body));
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new AuthenticationFailedException("The token end-point cannot be reached or understood.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AuthenticationFailedException("Stopped while waiting for the token end-point.");
        }
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private HttpRequest request(String refreshToken) {
        var form = new LinkedHashMap<String, String>();
        boolean refresh = properties.grant() == OAuthProperties.Grant.REFRESH_TOKEN;
        form.put("grant_type", refresh ? "refresh_token" : "client_credentials");
        form.put("client_id", properties.clientId());
        form.put("client_secret", properties.clientSecret());
        form.put("scope", properties.scope());
        form.put("refresh_token", refresh ? refreshToken : "");
        return HttpRequest.newBuilder(URI.create(properties.tokenUrl().strip()))
                .timeout(properties.readTimeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private JsonNode read(InputStream body) throws IOException {
        int max = Math.toIntExact(properties.maxAnswerSize().toBytes());
        var bytes = body.readNBytes(max + 1);
        if (bytes.length > max) {
            throw new IOException("The answer is too long.");
        }
        return JSON.readTree(bytes);
    }

    private static Answer answer(JsonNode json) throws AuthenticationFailedException {
        var token = json.path("access_token").asText("");
        if (token.isEmpty()) {
            throw new AuthenticationFailedException("The token end-point gave no token.");
        }
        return new Answer(
                token,
                json.path("expires_in").asLong(USUAL_SECONDS),
                json.path("refresh_token").asText(""));
    }
}
