package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** A sandbox platform's answer. */
public record SandboxAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public SandboxAnswer {
        headers = Map.copyOf(headers);
    }

    /** @param body anything that Jackson writes */
    public static SandboxAnswer json(int status, Object body) {
        try {
            return new SandboxAnswer(status, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException neverForPlainValues) {
            throw new IllegalStateException(neverForPlainValues);
        }
    }

    public static SandboxAnswer file(String type, byte[] body) {
        return new SandboxAnswer(200, Map.of("Content-Type", type), body);
    }

    /** Without a body. */
    public static SandboxAnswer empty(int status) {
        return new SandboxAnswer(status, Map.of(), new byte[0]);
    }

    public SandboxAnswer with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new SandboxAnswer(status, more, body);
    }
}
