package io.imprimatur.platform.start;

import io.imprimatur.platform.CannotStart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.core.env.Environment;

/** Looks at the ports before anything is started, so that nothing has to be stopped again. */
public final class Ports {
    private static final int HTTP = 8080;

    private Ports() {}

    /** @throws CannotStart when the port that pages and REST are to be served on is taken */
    public static void requireHttpFree(Environment environment) {
        requireFree(
                environment.getProperty("server.address", "0.0.0.0"),
                environment.getProperty("server.port", Integer.class, HTTP),
                "server.port");
    }

    /**
     * @param port 0 for any free one, which is always fine
     * @param setting that chooses another
     * @throws CannotStart when the port is taken
     */
    public static void requireFree(String address, int port, String setting) {
        if (port <= 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new CannotStart(taken(port, setting), e);
        }
    }

    static String taken(int port, String setting) {
        return "The port " + port + " is taken by another program; stop that, or choose another port with --" + setting
                + "=<port>.";
    }
}
