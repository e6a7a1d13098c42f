package io.imprimatur.platform.web;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.imprimatur.platform.Problems;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Tells what is wrong with a JSON body by the field's path, without quoting a value. */
final class UnreadableBody {
    private static final int LONGEST_PATH = 200;

    private UnreadableBody() {}

    static ProblemDetail problem(HttpMessageNotReadableException failure) {
        var cause = failure.getCause();
        if (Causes.find(cause, StreamConstraintsException.class) != null) {
            return Problems.of(
                    413, "too-large", "A text, a number or the nesting in this JSON is larger than allowed.");
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return about(unknown, "unknown-field", "The request has a field that does not exist: ");
        }
        if (cause instanceof JsonMappingException mismatch
                && !mismatch.getPath().isEmpty()) {
            return about(mismatch, "wrong-type", "The request has a field with a value that does not fit: ");
        }
        return Problems.of(
                400, "unreadable-json", "The request's body is missing or is not the JSON that is asked for.");
    }

    private static ProblemDetail about(JsonMappingException failure, String code, String sentence) {
        var path = path(failure);
        var problem = Problems.of(400, code, sentence + path + ".");
        problem.setProperty("field", path);
        return problem;
    }

    /** Names come from the request: only plain ones are repeated. */
    private static String path(JsonMappingException failure) {
        var path = failure.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + plain(step.getFieldName()))
                .collect(Collectors.joining());
        var trimmed = path.startsWith(".") ? path.substring(1) : path;
        return trimmed.length() > LONGEST_PATH ? trimmed.substring(0, LONGEST_PATH) + "…" : trimmed;
    }

    private static String plain(String name) {
        return name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'))
                ? name
                : "?";
    }
}
