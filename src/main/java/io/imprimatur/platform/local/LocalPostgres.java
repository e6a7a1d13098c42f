package io.imprimatur.platform.local;

import io.imprimatur.platform.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that this process starts and stops, with its files in one folder. It listens on 127.0.0.1 only and asks
 * for a password; the superuser's is kept beside the files, readable by their owner.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String SUPERUSER = "postgres";
    private static final int TRIES_FOR_A_PORT = 3;

    private final PostgresCommands commands;
    private final Path files;
    private final int port;
    private final String password;

    private LocalPostgres(PostgresCommands commands, Path files, int port, String password) {
        this.commands = commands;
        this.files = files;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts it; a server that a killed process left behind on these files is stopped first. The caller makes sure that
     * no other process does the same.
     *
     * @param folder for the database's files, its log and its password
     * @param programs where PostgreSQL's programs are unpacked
     * @param settings of postgresql.conf
     * @param patience how long starting or stopping may take
     * @throws CannotStart when it does not come up
     */
    public static LocalPostgres start(Path folder, Path programs, Map<String, String> settings, Duration patience) {
        try {
            var log = folder.resolve("database.log");
            var files = folder.resolve("database");
            var commands = new PostgresCommands(PostgresBinaries.unpack(programs), log, patience);
            var passwordFile = folder.resolve("database.password");
            if (!Files.exists(files.resolve("PG_VERSION"))) {
                commands.initialize(files, newPassword(passwordFile));
            }
            new LeftBehindPostgres(files, commands).stop();
            var port = startOnFreePort(commands, files, settings);
            LOG.info("PostgreSQL runs on 127.0.0.1:{} with its files in {}", port, files);
            return new LocalPostgres(
                    commands, files, port, Files.readString(passwordFile).strip());
        } catch (IOException e) {
            throw DataFolder.notWritable(folder, e);
        }
    }

    /** Connects as superuser. */
    public LocalDatabases databases() {
        return new LocalDatabases(url(SUPERUSER), SUPERUSER, password);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Ends open connections and stops the server. */
    @Override
    public void close() {
        commands.stop(files);
    }

    private static int startOnFreePort(PostgresCommands commands, Path files, Map<String, String> settings)
            throws IOException {
        for (int left = TRIES_FOR_A_PORT; ; left--) {
            var port = freePort();
            try {
                commands.start(files, options(port, settings));
                return port;
            } catch (CannotStart e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private static List<String> options(int port, Map<String, String> settings) {
        var options = new ArrayList<>(List.of(
                "-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        settings.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
        return options;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path newPassword(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        DataFolder.restrictToOwner(file);
        return Files.writeString(file, RandomPassword.next());
    }
}
