package io.imprimatur.publishing.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.publishing.settings.PublishingProperties;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/** What the HTTP stack does on the wire, seen by a server that counts every request it gets. */
class ChannelHttpTest {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final ChannelHttp http = new ChannelHttp(new PublishingProperties(
            new PublishingProperties.Worker(0, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(1)),
            new PublishingProperties.Retry(
                    1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)),
            new PublishingProperties.Check(Duration.ofHours(1), Duration.ofDays(1), 1),
            new PublishingProperties.Http(Duration.ofSeconds(2), Duration.ofMillis(700), DataSize.ofKilobytes(4)),
            new PublishingProperties.Newsroom("n", "p", 1, 1, Duration.ZERO, null, 1, 1, 1)));

    private ServerSocket server;
    private volatile Fault fault = Fault.NONE;

    private enum Fault {
        NONE,
        DROP_BEFORE_ANSWER,
        RESET,
        DROP_IN_HEAD,
        DROP_IN_BODY,
        SILENCE,
        SLOW_BODY,
        SERVICE_UNAVAILABLE,
        BAD_GATEWAY,
        TOO_MANY_REQUESTS,
        REDIRECT,
        SEE_OTHER,
        UNAUTHORIZED,
        TOO_LONG
    }

    ChannelHttpTest() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @BeforeEach
    void serve() {
        var thread = new Thread(this::acceptAll, "counting-server");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aPostIsSentOnceWhateverHappens(Fault kind) {
        fault = kind;
        post();
        fault = Fault.NONE;
        assertThat(((Exchange.Answer) get("/after")).status()).isEqualTo(200);
        assertThat(requests).filteredOn(line -> line.startsWith("POST")).hasSize(1);
        assertThat(requests).noneMatch(line -> line.contains("/elsewhere"));
    }

    @ParameterizedTest
    @EnumSource
    void aPostOnAConnectionThatWasUsedBeforeIsSentOnceToo(Fault kind) {
        get("/before");
        fault = kind;
        post();
        assertThat(requests).filteredOn(line -> line.startsWith("POST")).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"DROP_BEFORE_ANSWER", "RESET", "DROP_IN_HEAD", "DROP_IN_BODY", "SILENCE", "SLOW_BODY", "TOO_LONG"})
    void anAnswerThatIsNotCompleteIsALostOne(Fault kind) {
        fault = kind;
        assertThat(post()).isInstanceOf(Exchange.Lost.class);
    }

    @Test
    void aRefusedConnectionMeansThatNothingWasSent() throws IOException {
        server.close();
        assertThat(post()).isInstanceOf(Exchange.NotSent.class);
    }

    @Test
    void anUnknownHostMeansThatNothingWasSent() {
        assertThat(http.send(HttpMethod.POST, URI.create("http://nowhere.invalid/"), headers -> {}, new byte[] {1}))
                .isInstanceOf(Exchange.NotSent.class);
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() {
        fault = Fault.REDIRECT;
        assertThat(((Exchange.Answer) get("/")).status()).isEqualTo(307);
        assertThat(requests).hasSize(1);
    }

    @Test
    void theTimeToBeLeftAloneIsReadInSeconds() {
        fault = Fault.TOO_MANY_REQUESTS;
        assertThat(((Exchange.Answer) post()).retryAfter()).isEqualTo(Duration.ofSeconds(120));
    }

    private Exchange post() {
        return http.send(HttpMethod.POST, address("/posts"), headers -> {}, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private Exchange get(String path) {
        return http.send(HttpMethod.GET, address(path), headers -> {}, null);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.incrementAndGet();
                var thread = new Thread(() -> serve(socket), "counting-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            for (var line = request(socket); line != null; line = request(socket)) {
                requests.add(line);
                if (!answer(socket, socket.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the client hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads one request and its body; null at the end of the connection. */
    private static @org.jspecify.annotations.Nullable String request(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        var text = head.toString();
        var length = text.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
        if (length >= 0) {
            var end = text.indexOf("\r\n", length);
            in.readNBytes(Integer.parseInt(text.substring(length + 15, end).strip()));
        }
        return text.substring(0, text.indexOf("\r\n"));
    }

    private boolean answer(Socket socket, OutputStream out) throws IOException, InterruptedException {
        switch (fault) {
            case NONE -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            case SERVICE_UNAVAILABLE ->
                write(out, "HTTP/1.1 503 Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
            case BAD_GATEWAY -> write(out, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
            case TOO_MANY_REQUESTS -> write(out, "HTTP/1.1 429 Slow\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
            case REDIRECT ->
                write(
                        out,
                        "HTTP/1.1 307 Moved\r\nLocation: " + address("/elsewhere") + "\r\nContent-Length: 0\r\n\r\n");
            case SEE_OTHER ->
                write(out, "HTTP/1.1 303 See\r\nLocation: " + address("/elsewhere") + "\r\nContent-Length: 0\r\n\r\n");
            case UNAUTHORIZED ->
                write(out, "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
            case TOO_LONG -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + "x".repeat(5000));
            case DROP_IN_HEAD -> {
                write(out, "HTTP/1.1 201 Crea");
                return false;
            }
            case DROP_IN_BODY -> {
                write(out, "HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n{\"id\":");
                return false;
            }
            case DROP_BEFORE_ANSWER -> {
                return false;
            }
            case RESET -> {
                socket.setSoLinger(true, 0);
                return false;
            }
            case SILENCE -> untilTheClientLeaves(socket);
            case SLOW_BODY -> {
                write(out, "HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n{");
                untilTheClientLeaves(socket);
            }
        }
        return true;
    }

    private static void untilTheClientLeaves(Socket socket) throws IOException {
        if (socket.getInputStream().read() >= 0) {
            throw new UncheckedIOException(new IOException("The client sent more instead of giving up"));
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
