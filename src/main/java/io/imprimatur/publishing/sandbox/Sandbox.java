package io.imprimatur.publishing.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The HTTP server of the sandbox, on the loopback address. Each platform answers under its own path. */
public final class Sandbox implements AutoCloseable {
    private static final int BACKLOG = 200;

    private record Planned(String platform, Fault fault, Predicate<SandboxRequest> request) {}

    private final Map<String, SandboxPlatform> platforms = new TreeMap<>();
    private final List<Planned> faults = new ArrayList<>();
    private final List<Consumer<SandboxRequest>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Duration slowness;
    private final Duration latency;
    private final ExecutorService threads;
    private final HttpServer server;

    /**
     * Starts it.
     *
     * @param port 0 for any free one
     * @param slowness how long an answer takes that is {@link Fault#SLOW}
     */
    public Sandbox(int port, Duration slowness, List<? extends SandboxPlatform> all) throws IOException {
        this(port, slowness, Duration.ZERO, all);
    }

    /**
     * Starts one that is far away.
     *
     * @param port 0 for any free one
     * @param slowness how long an answer takes that is {@link Fault#SLOW}
     * @param latency that every request has
     */
    public Sandbox(int port, Duration slowness, Duration latency, List<? extends SandboxPlatform> all)
            throws IOException {
        this.slowness = slowness;
        this.latency = latency;
        all.forEach(platform -> platforms.put(platform.key(), platform));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Starts one with that platform alone, on a free port. */
    public static Sandbox of(SandboxPlatform platform) {
        try {
            return new Sandbox(0, Duration.ofMillis(200), List.of(platform));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Where that platform answers. */
    public String url(String platform) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + platform;
    }

    public List<SandboxPlatform> platforms() {
        return List.copyOf(platforms.values());
    }

    /** The next request to that platform that fits has that fault. */
    public void next(String platform, Fault fault, Predicate<SandboxRequest> request) {
        synchronized (faults) {
            faults.add(new Planned(platform, fault, request));
        }
    }

    /** The next request to that platform that writes has that fault. */
    public void nextWrite(String platform, Fault fault) {
        var stub = platforms.get(platform);
        next(platform, fault, request -> stub != null && stub.writes(request));
    }

    /** Faults that were switched on and have not happened. */
    public List<Fault> waiting(String platform) {
        synchronized (faults) {
            return faults.stream()
                    .filter(planned -> planned.platform().equals(platform))
                    .map(Planned::fault)
                    .toList();
        }
    }

    /** Is told of every request before it is answered. */
    public void onRequest(Consumer<SandboxRequest> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var platform = platforms.get(exchange.getRequestURI().getPath().split("/", 3)[1]);
            if (platform == null) {
                send(exchange, SandboxAnswer.json(404, Map.of("error", "There is no such platform")));
                return;
            }
            var request = request(exchange, platform);
            listeners.forEach(listener -> listener.accept(request));
            if (!latency.isZero() && closing.await(latency.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            var fault = take(platform, request);
            if (fault == null) {
                send(exchange, answer(platform, request));
            } else {
                fail(exchange, platform, request, fault);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not answer at all in some cases: leaving ends the connection. */
    private void fail(HttpExchange exchange, SandboxPlatform platform, SandboxRequest request, Fault fault)
            throws IOException, InterruptedException {
        switch (fault) {
            case LOST_BEFORE_WRITE -> {}
            case LOST_ANSWER_AFTER_WRITE -> answer(platform, request);
            case ERROR_BEFORE_WRITE -> send(exchange, SandboxAnswer.json(500, Map.of("error", "Internal error")));
            case ERROR_AFTER_WRITE -> {
                answer(platform, request);
                send(exchange, SandboxAnswer.json(500, Map.of("error", "Internal error")));
            }
            case SILENCE_BEFORE_WRITE -> closing.await();
            case SILENCE_AFTER_WRITE -> {
                answer(platform, request);
                closing.await();
            }
            case SLOW -> {
                var answer = answer(platform, request);
                if (!closing.await(slowness.toMillis(), TimeUnit.MILLISECONDS)) {
                    send(exchange, answer);
                }
            }
            case THROTTLED -> send(exchange, platform.throttled());
            case EXPIRED_TOKEN -> send(exchange, platform.expired());
            case DUPLICATE -> send(exchange, platform.duplicate());
            case UNAUTHORIZED -> send(exchange, SandboxAnswer.json(401, Map.of("error", "Unauthorized")));
            case FORBIDDEN -> send(exchange, SandboxAnswer.json(403, Map.of("error", "Forbidden")));
            case TOO_LARGE -> send(exchange, page(413, "<html>Request Entity Too Large</html>"));
            case NOT_JSON -> send(exchange, page(200, "<br>Warning: something else answered"));
        }
    }

    private @Nullable Fault take(SandboxPlatform platform, SandboxRequest request) {
        synchronized (faults) {
            for (var planned : faults) {
                if (planned.platform().equals(platform.key())
                        && planned.request().test(request)) {
                    faults.remove(planned);
                    return planned.fault();
                }
            }
            return null;
        }
    }

    private static SandboxAnswer answer(SandboxPlatform platform, SandboxRequest request) {
        synchronized (platform) {
            return platform.answer(request);
        }
    }

    private SandboxRequest request(HttpExchange exchange, SandboxPlatform platform) throws IOException {
        var headers = new HttpHeaders();
        exchange.getRequestHeaders().forEach(headers::addAll);
        var uri = exchange.getRequestURI();
        var path = uri.getPath().substring(platform.key().length() + 1);
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new SandboxRequest(
                base(exchange) + platform.key(),
                exchange.getRequestMethod(),
                path.isEmpty() ? "/" : path,
                SandboxRequest.decoded(query),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    /** As its caller names it, so that addresses in answers lead through what the caller came through. */
    private String base(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        return host == null ? url("") : "http://" + host + "/";
    }

    private static SandboxAnswer page(int status, String html) {
        return new SandboxAnswer(status, Map.of("Content-Type", "text/html"), html.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, SandboxAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders()
                .set("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
