package io.imprimatur.screening.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** Reads whole files, as many bytes as are allowed. */
final class FileBytes {
    private static final String STANDARD_INPUT = "-";

    private final InputStream standardInput;
    private final DataSize most;

    FileBytes(InputStream standardInput, DataSize most) {
        this.standardInput = standardInput;
        this.most = most;
    }

    /** @throws Unreadable when it is no text in UTF-8, or no file */
    String text(String name) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(name)))
                    .toString();
        } catch (CharacterCodingException otherwise) {
            throw new Unreadable("This is no text in UTF-8.");
        }
    }

    byte[] bytes(String name) throws Unreadable {
        try (var in = open(name)) {
            var bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, most.toBytes() + 1));
            if (bytes.length > most.toBytes()) {
                throw new Unreadable("This is larger than the " + most.toBytes()
                        + " bytes that imprimatur.screening.command-line.max-file-size allows.");
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new Unreadable("There is no such file.");
        } catch (IOException | InvalidPathException unreadable) {
            throw new Unreadable("This file cannot be read.");
        }
    }

    private InputStream open(String name) throws IOException, Unreadable {
        if (name.equals(STANDARD_INPUT)) {
            return standardInput;
        }
        var file = Path.of(name);
        if (Files.isDirectory(file)) {
            throw new Unreadable("This is a folder; name the files in it.");
        }
        return Files.newInputStream(file);
    }
}
