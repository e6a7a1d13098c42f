package io.imprimatur.publishing.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A body of the type {@code multipart/form-data}, read. */
record SandboxForm(Map<String, Part> parts) {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|filename)=\"([^\"]*)\"");

    /** @param fileName empty for a plain field */
    record Part(String fileName, String type, byte[] bytes) {}

    static SandboxForm of(SandboxRequest request) {
        var parts = new LinkedHashMap<String, Part>();
        var boundary = MediaType.parseMediaType(request.header("Content-Type")).getParameter("boundary");
        // one character for each byte
        for (var raw : new String(request.body(), StandardCharsets.ISO_8859_1).split("--" + boundary, -1)) {
            var headEnd = raw.indexOf("\r\n\r\n");
            if (headEnd >= 0) {
                add(parts, raw.substring(0, headEnd), raw.substring(headEnd + 4, raw.length() - 2));
            }
        }
        return new SandboxForm(parts);
    }

    @Nullable
    Part part(String name) {
        return parts.get(name);
    }

    /** The value of a plain field; empty when there is none. */
    String text(String name) {
        var part = parts.get(name);
        return part == null ? "" : new String(part.bytes(), StandardCharsets.UTF_8);
    }

    private static void add(Map<String, Part> parts, String head, String content) {
        var attributes = new LinkedHashMap<String, String>();
        var found = ATTRIBUTE.matcher(head);
        while (found.find()) {
            attributes.put(found.group(1), found.group(2));
        }
        var type = head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-type:"))
                .map(line -> line.substring("content-type:".length()).strip())
                .findFirst();
        parts.put(
                attributes.getOrDefault("name", ""),
                new Part(
                        attributes.getOrDefault("filename", ""),
                        type.orElse("text/plain"),
                        content.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
