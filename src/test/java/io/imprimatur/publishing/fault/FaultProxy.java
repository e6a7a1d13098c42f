package io.imprimatur.publishing.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passes HTTP requests on to one server, and breaks exchanges where it is told to. */
final class FaultProxy implements AutoCloseable {
    private static final int BACKLOG = 200;

    /** Below what operating systems give to outgoing connections, so that none takes the port while it is not listened on. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;
    private static final int TRIES = 100;

    private final URI target;
    private final Duration slow;
    private final Duration tooLate;
    private final Function<HttpMessage, @Nullable Position> faults;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final int port;
    private @Nullable ServerSocket listener;
    private int underWay;

    /**
     * @param slow how much longer an exchange takes that is {@link Position#SLOW}; shorter than callers wait
     * @param tooLate when a request arrives that is {@link Position#TOO_LATE}; longer than callers wait
     * @param faults is asked at each request; null lets it pass
     */
    FaultProxy(URI target, Duration slow, Duration tooLate, Function<HttpMessage, @Nullable Position> faults) {
        this.target = target;
        this.slow = slow;
        this.tooLate = tooLate;
        this.faults = faults;
        this.port = listenAnywhere();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** From now on no connection stands. */
    synchronized void refuse() {
        if (listener != null) {
            close(listener);
            listener = null;
        }
    }

    /** @return whether connections stand now */
    synchronized boolean accept() {
        return listener != null || listen(port);
    }

    /** Waits until nothing is under way, not even what callers have given up. */
    synchronized void settle() {
        try {
            while (underWay > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        refuse();
        clients.forEach(FaultProxy::close);
        threads.shutdownNow();
    }

    private int listenAnywhere() {
        for (int i = 0; i < TRIES; i++) {
            var candidate = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            if (listen(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("No port is free");
    }

    private synchronized boolean listen(int at) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
            listener = socket;
            threads.execute(() -> acceptAll(socket));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private void acceptAll(ServerSocket socket) {
        try {
            while (true) {
                var client = socket.accept();
                clients.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // refusing from now on
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var in = new BufferedInputStream(client.getInputStream());
            var stands = true;
            while (stands) {
                var request = HttpMessage.read(in);
                stands = request != null && passOn(request, client);
            }
        } catch (IOException gone) {
            // the caller gave up, or the proxy is closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(client);
        }
    }

    /** @return whether the connection still stands */
    private boolean passOn(HttpMessage request, Socket client) throws IOException, InterruptedException {
        count(1);
        try {
            var fault = faults.apply(request);
            return fault == null ? answer(request, client) : breakAt(fault, request, client);
        } finally {
            count(-1);
        }
    }

    private boolean breakAt(Position fault, HttpMessage request, Socket client)
            throws IOException, InterruptedException {
        switch (fault) {
            case UNREACHABLE_AFTERWARDS -> {
                var answer = ask(request);
                refuse();
                answer.write(client.getOutputStream());
            }
            case BEFORE_FIRST_BYTE -> reset(client);
            case IN_REQUEST_HEAD, IN_REQUEST_BODY -> {
                begin(request, fault == Position.IN_REQUEST_HEAD);
                reset(client);
            }
            case BEFORE_ANSWER -> {
                ask(request);
                reset(client);
            }
            case IN_ANSWER_HEAD -> ask(request).writeHalfOfHead(client.getOutputStream());
            case IN_ANSWER_BODY -> ask(request).writeHalfOfBody(client.getOutputStream());
            case SLOW -> {
                return waits(slow) && answer(request, client);
            }
            case TOO_LATE -> {
                if (waits(tooLate)) {
                    ask(request);
                }
            }
            case TWICE -> {
                var answer = ask(request);
                ask(request);
                answer.write(client.getOutputStream());
                return true;
            }
        }
        return false;
    }

    private boolean answer(HttpMessage request, Socket client) throws IOException {
        ask(request).write(client.getOutputStream());
        return true;
    }

    private HttpMessage ask(HttpMessage request) throws IOException {
        try (var server = new Socket(target.getHost(), target.getPort())) {
            server.setTcpNoDelay(true);
            request.write(server.getOutputStream());
            var answer = HttpMessage.read(new BufferedInputStream(server.getInputStream()));
            if (answer == null) {
                throw new IOException("The server did not answer");
            }
            return answer;
        }
    }

    private void begin(HttpMessage request, boolean headOnly) throws IOException {
        try (var server = new Socket(target.getHost(), target.getPort())) {
            if (headOnly) {
                request.writeHalfOfHead(server.getOutputStream());
            } else {
                request.writeHalfOfBody(server.getOutputStream());
            }
        }
    }

    private boolean waits(Duration time) throws InterruptedException {
        return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void count(int change) {
        underWay += change;
        notifyAll();
    }

    /** With a reset instead of an orderly end. */
    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyGone) {
            // nothing is left to close
        }
    }
}
