package io.imprimatur.screening.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Severity;
import java.io.PrintWriter;

/** Says what was found: for people, or one JSON object a line for programs. The words themselves are shown only if asked for. */
final class Report {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintWriter out;
    private final boolean asJson;
    private final boolean withText;

    Report(PrintWriter out, boolean asJson, boolean withText) {
        this.out = out;
        this.asJson = asJson;
        this.withText = withText;
    }

    void tell(Screened screened) {
        if (asJson) {
            tellAsJson(screened);
        } else {
            tellPeople(screened);
        }
        out.flush();
    }

    /** For programs, that a file was not screened; people read it elsewhere. */
    void tellFailure(String file, String sentence) {
        if (asJson) {
            write(JSON.createObjectNode().put("file", file).put("error", sentence));
            out.flush();
        }
    }

    private void tellAsJson(Screened screened) {
        var object = JSON.createObjectNode()
                .put("file", screened.file())
                .put("verdict", screened.verdict().name());
        var findings = object.putArray("findings");
        for (var finding : screened.findings()) {
            var one = findings.addObject()
                    .put("identifier", finding.identifier().name())
                    .put("start", finding.start())
                    .put("end", finding.end())
                    .put("line", screened.line(finding))
                    .put("column", screened.column(finding))
                    .put("severity", finding.severity().name())
                    .put("detector", finding.detector())
                    .put("rule", finding.rule())
                    .put("advice", finding.advice());
            if (withText) {
                one.put("text", screened.words(finding));
            }
        }
        write(object);
    }

    private void write(ObjectNode object) {
        try {
            out.print(JSON.writeValueAsString(object) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("not written");
        }
    }

    private void tellPeople(Screened screened) {
        out.print(printable(screened.file()) + ": " + screened.verdict() + "\n");
        for (var finding : screened.findings()) {
            out.print("  %-8s %-12s %-12s %s%n"
                    .formatted(
                            screened.line(finding) + ":" + screened.column(finding),
                            finding.identifier(),
                            words(finding.severity()),
                            (withText ? "\"" + printable(screened.words(finding)) + "\" " : "") + advice(finding)));
        }
    }

    private static String advice(Finding finding) {
        return finding.severity() == Severity.INFORMATION ? "The organisation's own." : finding.advice();
    }

    private static String words(Severity severity) {
        return switch (severity) {
            case INFORMATION -> "information";
            case REVIEW -> "review";
            case BLOCK -> "block";
        };
    }

    /** A terminal must not obey what stands in a file. */
    static String printable(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isHarmless(c) ? c : ' '));
        return plain.toString();
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
