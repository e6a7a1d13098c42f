package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The part of WordPress's REST API that the channel uses, as WordPress 6.1 answers it, with faults to switch on. Its posts
 * are kept as they are; the real server proves that WordPress does that too.
 */
public final class FakeWordPress implements AutoCloseable {
    public static final String USER = "imprimatur";
    public static final String PASSWORD = "abcd efgh ijkl mnop";

    public enum Fault {
        /** The write happens, and the connection ends without an answer. */
        LOST_ANSWER_AFTER_WRITE,
        ERROR_AFTER_WRITE,
        LOST_BEFORE_WRITE,
        ERROR_BEFORE_WRITE,
        SILENCE_BEFORE_WRITE,
        SILENCE_AFTER_WRITE,
        THROTTLED,
        UNAUTHORIZED,
        FORBIDDEN,
        TOO_LARGE,
        NOT_JSON
    }

    private record Planned(Fault fault, Predicate<String> request) {}

    public final List<String> requests = new CopyOnWriteArrayList<>();

    private final Map<Integer, ObjectNode> posts = new TreeMap<>();
    private final Map<Integer, ObjectNode> media = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Planned> faults = new ArrayList<>();
    private final ObjectMapper json = new ObjectMapper();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private int lastId;

    public FakeWordPress() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "fake-wordpress");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next request that fits has that fault. */
    public synchronized void next(Fault fault, Predicate<String> request) {
        faults.add(new Planned(fault, request));
    }

    public synchronized List<ObjectNode> posts(String status) {
        return posts.values().stream()
                .filter(post -> post.path("status").asText().equals(status))
                .toList();
    }

    synchronized ObjectNode post(String id) {
        return java.util.Objects.requireNonNull(posts.get(Integer.valueOf(id)));
    }

    synchronized int uploads() {
        return media.size();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(request);
            var body = exchange.getRequestBody().readAllBytes();
            var fault = take(request);
            if (fault == null) {
                handle(exchange, body).send(exchange);
                return;
            }
            switch (fault) {
                case LOST_BEFORE_WRITE -> {}
                case LOST_ANSWER_AFTER_WRITE -> handle(exchange, body);
                case ERROR_AFTER_WRITE -> {
                    handle(exchange, body);
                    error(500, "internal_server_error").send(exchange);
                }
                case SILENCE_BEFORE_WRITE -> closing.await();
                case SILENCE_AFTER_WRITE -> {
                    handle(exchange, body);
                    closing.await();
                }
                case ERROR_BEFORE_WRITE -> error(500, "internal_server_error").send(exchange);
                case THROTTLED -> {
                    exchange.getResponseHeaders().add("Retry-After", "120");
                    error(429, "too_many_requests").send(exchange);
                }
                case UNAUTHORIZED -> error(401, "rest_not_logged_in").send(exchange);
                case FORBIDDEN -> error(403, "rest_cannot_create").send(exchange);
                case TOO_LARGE ->
                    new Answer(413, "<html>Request Entity Too Large</html>".getBytes(StandardCharsets.UTF_8))
                            .send(exchange);
                case NOT_JSON ->
                    new Answer(200, "<br>Warning: a plug-in".getBytes(StandardCharsets.UTF_8)).send(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Fault take(String request) {
        for (var planned : faults) {
            if (planned.request().test(request)) {
                faults.remove(planned);
                return planned.fault();
            }
        }
        return null;
    }

    private synchronized Answer handle(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var file = files.get(path);
        if (file != null) {
            return new Answer(200, file);
        }
        if (!authenticated(exchange)) {
            return exchange.getRequestMethod().equals("GET") && path.endsWith("/posts")
                    ? error(400, "rest_invalid_param")
                    : error(401, "rest_not_logged_in");
        }
        var query = query(exchange);
        var writes = exchange.getRequestMethod().equals("POST");
        return switch (path) {
            case "/wp-json/wp/v2/posts" ->
                writes
                        ? ok(201, create(json.readTree(body)))
                        : ok(200, json.valueToTree(bySlug(posts, query, query.get("status"))));
            case "/wp-json/wp/v2/media" ->
                writes ? ok(201, upload(query, exchange, body)) : ok(200, json.valueToTree(bySlug(media, query, null)));
            case "/wp-json/wp/v2/users/me" ->
                ok(200, json.readTree("{\"capabilities\":{\"publish_posts\":true,\"upload_files\":true}}"));
            default -> one(path, writes, body);
        };
    }

    private Answer one(String path, boolean writes, byte[] body) throws IOException {
        var prefix = "/wp-json/wp/v2/posts/";
        var post = path.startsWith(prefix) ? posts.get(Integer.valueOf(path.substring(prefix.length()))) : null;
        if (post == null) {
            return error(404, path.startsWith(prefix) ? "rest_post_invalid_id" : "rest_no_route");
        }
        if (writes) {
            post.setAll((ObjectNode) json.readTree(body));
            post.put("slug", freeSlug(posts, post.path("slug").asText(), post));
            post.put("link", url() + "/" + post.path("slug").asText() + "/");
        }
        return ok(200, post);
    }

    private ObjectNode create(JsonNode given) {
        var post = json.createObjectNode();
        post.put("id", ++lastId);
        post.put("status", given.path("status").asText());
        post.put("slug", given.path("slug").asText());
        post.put("password", "");
        post.put("link", url() + "/?p=" + lastId);
        for (var field : List.of("title", "content")) {
            var text = given.path(field).asText();
            post.putObject(field).put("raw", text).put("rendered", text);
        }
        posts.put(lastId, post);
        return post;
    }

    private ObjectNode upload(Map<String, String> query, HttpExchange exchange, byte[] body) {
        var disposition = exchange.getRequestHeaders().getFirst("Content-Disposition");
        var name = disposition.substring(disposition.indexOf('"') + 1, disposition.lastIndexOf('"'));
        var item = json.createObjectNode();
        item.put("id", ++lastId);
        item.put("slug", freeSlug(media, query.getOrDefault("slug", name), item));
        item.put("alt_text", query.get("alt_text"));
        item.put("source_url", url() + "/wp-content/uploads/" + lastId + "-" + name);
        files.put("/wp-content/uploads/" + lastId + "-" + name, body);
        media.put(lastId, item);
        return item;
    }

    private static String freeSlug(Map<Integer, ObjectNode> items, String wanted, ObjectNode of) {
        var free = wanted;
        for (int n = 2; isTaken(items, free, of); n++) {
            free = wanted + "-" + n;
        }
        return free;
    }

    private static boolean isTaken(Map<Integer, ObjectNode> items, String slug, ObjectNode of) {
        return items.values().stream()
                .anyMatch(item -> item != of && item.path("slug").asText().equals(slug));
    }

    private static List<ObjectNode> bySlug(
            Map<Integer, ObjectNode> items, Map<String, String> query, @Nullable String status) {
        var slugs = Arrays.asList(query.getOrDefault("slug", "").split(","));
        return items.values().stream()
                .filter(item -> slugs.contains(item.path("slug").asText()))
                .filter(item -> status == null
                        || Arrays.asList(status.split(","))
                                .contains(item.path("status").asText()))
                .toList();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return UriComponentsBuilder.fromUriString(
                        "?" + String.valueOf(exchange.getRequestURI().getRawQuery()))
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() != null)
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> java.net.URLDecoder.decode(entry.getValue(), StandardCharsets.UTF_8)));
    }

    private static boolean authenticated(HttpExchange exchange) {
        var expected =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private Answer ok(int status, JsonNode body) throws IOException {
        return new Answer(status, json.writeValueAsBytes(body));
    }

    private Answer error(int status, String code) throws IOException {
        return new Answer(status, json.writeValueAsBytes(Map.of("code", code, "message", code)));
    }

    private record Answer(int status, byte[] body) {
        void send(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
