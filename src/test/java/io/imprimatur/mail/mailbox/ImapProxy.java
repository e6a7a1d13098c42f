package io.imprimatur.mail.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/** Stands between the poller and the server: writes down commands, hides capabilities, breaks connections. */
final class ImapProxy implements AutoCloseable {
    /** Every line that the client sent, tags included. */
    final List<String> commands = new CopyOnWriteArrayList<>();

    /** Capabilities that the server is said not to have. */
    final Set<String> hidden = ConcurrentHashMap.newKeySet();

    /** A command that breaks the connection before the server sees it. */
    volatile Predicate<String> breaks = command -> false;

    private final IntSupplier target;
    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    ImapProxy(IntSupplier target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    long count(String part) {
        return commands.stream().filter(command -> command.contains(part)).count();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                open.add(client);
                try {
                    var upstream = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
                    open.add(upstream);
                    start(() -> relay(client, upstream, true));
                    start(() -> relay(upstream, client, false));
                } catch (IOException refused) {
                    client.close();
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket from, Socket to, boolean commanding) {
        try (from;
                to) {
            var in = new BufferedInputStream(from.getInputStream());
            var out = to.getOutputStream();
            for (var line = line(in); line.length > 0; line = line(in)) {
                var text = new String(line, StandardCharsets.ISO_8859_1);
                if (commanding) {
                    commands.add(text.strip());
                    if (breaks.test(text)) {
                        return;
                    }
                }
                write(out, commanding ? text : hide(text));
            }
        } catch (IOException broken) {
            // the other side hears of it
        }
    }

    private String hide(String text) {
        var said = text;
        if (said.contains("CAPABILITY")) {
            for (var capability : hidden) {
                said = said.replace(" " + capability, "");
            }
        }
        return said;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0) {
            line.write(b);
            if (b == '\n') {
                break;
            }
            b = in.read();
        }
        return line.toByteArray();
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "imap-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
