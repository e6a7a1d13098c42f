package io.imprimatur.flow.internal.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.flow.gate.Violation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;

/** Tells people or programs what the check found. */
record CheckReport(PrintWriter out, boolean json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void tell(List<Violation> violations) {
        out.println(json ? asJson(violations) : asText(violations));
        out.flush();
    }

    private static String asText(List<Violation> violations) {
        if (violations.isEmpty()) {
            return "Accepted.";
        }
        var text = new StringBuilder("Refused.");
        for (var violation : violations) {
            text.append("\n").append(printable(violation.sentence()));
            text.append(" [").append(violation.rule()).append("]");
            if (!violation.path().isEmpty()) {
                text.append("\n  path: ").append(printable(String.join(" > ", violation.path())));
            }
        }
        return text.toString();
    }

    private static String asJson(List<Violation> violations) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("accepted", violations.isEmpty());
        answer.put("violations", violations);
        try {
            return JSON.writeValueAsString(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model's own words must not steer a terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
