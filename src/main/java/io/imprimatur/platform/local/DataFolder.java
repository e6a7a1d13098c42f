package io.imprimatur.platform.local;

import io.imprimatur.platform.CannotStart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a local start keeps its data in, held by one process at a time. The operating system drops the lock
 * when the process ends, however it ends.
 */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws CannotStart when the folder cannot be written or another process holds it */
    static DataFolder take(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                restrictToOwner(path);
            }
            var channel = FileChannel.open(
                    path.resolve("imprimatur.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new CannotStart("Another Imprimatur is already running with the data folder " + path
                        + "; stop it, or give this one its own with --imprimatur.local.data-dir=<folder>.");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static void restrictToOwner(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    static CannotStart notWritable(Path path, @Nullable Throwable cause) {
        return new CannotStart(
                "The data folder " + path
                        + " cannot be written; make it writable, or choose another with --imprimatur.local.data-dir=<folder>.",
                cause);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
