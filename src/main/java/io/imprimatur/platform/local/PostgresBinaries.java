package io.imprimatur.platform.local;

import io.imprimatur.platform.CannotStart;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.DigestUtils;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked from the jar that carries them. */
final class PostgresBinaries {
    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /**
     * Unpacks them into a sub-folder that is named after their digest, unless they are there already.
     *
     * @return the folder that holds {@code bin}
     * @throws CannotStart when there are none for this operating system and processor
     */
    static Path unpack(Path parent) throws IOException {
        var folder = parent.resolve("postgresql-" + digest());
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(parent);
        var unfinished = Files.createTempDirectory(parent, "unpacking-");
        try (var packed = open();
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!(e instanceof FileAlreadyExistsException) && !Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
        return folder;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive leaves its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !target.toFile().setExecutable(true)) {
                throw new IOException("Could not make a program executable");
            }
        }
    }

    private static String digest() throws IOException {
        try (var packed = open()) {
            return DigestUtils.md5DigestAsHex(packed);
        }
    }

    private static InputStream open() throws IOException {
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system(), processor.equals("amd64") ? "x86_64" : processor);
        if (packed == null) {
            throw new CannotStart("There is no embedded PostgreSQL for " + System.getProperty("os.name") + " on "
                    + processor + "; run Imprimatur with the profile prod and a PostgreSQL of your own.");
        }
        return packed;
    }

    private static String system() {
        var name = System.getProperty("os.name");
        if (name.startsWith("Windows")) {
            return "Windows";
        }
        return name.startsWith("Mac") ? "Darwin" : "Linux";
    }
}
