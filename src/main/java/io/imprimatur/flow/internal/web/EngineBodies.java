package io.imprimatur.flow.internal.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.imprimatur.identity.Person;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may stand in the body of a request to the engine's REST. The engine evaluates expressions in {@code orQueries} of a
 * task query although ad-hoc expressions are switched off (CVE-2026-109432), and takes any {@code userId} in a claim.
 */
final class EngineBodies {
    private static final String EXPRESSION =
            "Expressions are not accepted here: only stored filters may use them, and only those of dates and of the person who asks.";
    private static final String NOT_JSON = "The body is not JSON.";
    private static final String FOR_YOURSELF = "You can claim a task only for yourself.";

    private static final EngineRules QUERIES = EngineRules.none()
            .on("POST", "/task", "/task/count", "/filter/{id}/list", "/filter/{id}/count", "/filter/{id}/singleResult")
            .on("POST", "/process-instance", "/process-instance/count", "/execution", "/execution/count")
            .on("POST", "/history/**", "/job", "/job/count", "/variable-instance", "/variable-instance/count")
            .on("POST", "/decision-definition/**", "/case-instance/**", "/batch/**", "/external-task/**")
            .on("POST", "/process-instance/**", "/process-definition/suspended", "/job-definition/**");
    private static final EngineRules STORED_FILTERS =
            EngineRules.none().on("POST", "/filter/create").on("PUT", "/filter/{id}");
    private static final EngineRules CLAIM = EngineRules.none().on("POST", "/task/{id}/claim");

    /** The functions that a stored filter may call, with joda-time's plus and minus. */
    private static final Pattern HARMLESS = Pattern.compile("\\s*[$#]\\{\\s*"
            + "(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
            + "|dateTime\\(\\)(\\.(plus|minus)(Minutes|Hours|Days|Weeks|Months)\\(\\d{1,4}\\)|\\.withTimeAtStartOfDay\\(\\))*)"
            + "\\s*}\\s*");

    private final ObjectReader json;

    /** Strict, so that no second value of a name hides from us what the engine reads. */
    EngineBodies(ObjectMapper json) {
        this.json = json.readerFor(JsonNode.class)
                .with(
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Whether the body of such a request must be looked at. */
    static boolean matter(String method, EnginePath asked) {
        return asked.place() == EnginePath.Place.REST
                && (QUERIES.match(method, asked.path())
                        || STORED_FILTERS.match(method, asked.path())
                        || CLAIM.match(method, asked.path()));
    }

    /** Why that body is not accepted; empty if it is. */
    Optional<String> refusal(Person person, String method, EnginePath asked, byte[] body) {
        if (body.length == 0) {
            return Optional.empty();
        }
        JsonNode content;
        try {
            content = json.readTree(body);
        } catch (IOException e) {
            return Optional.of(NOT_JSON);
        }
        if (CLAIM.match(method, asked.path())) {
            var userId = content.path("userId");
            var own = userId.isTextual() && userId.textValue().equals(person.id());
            return own ? Optional.empty() : Optional.of(FOR_YOURSELF);
        }
        var storing = STORED_FILTERS.match(method, asked.path());
        return hasExpression(content, storing) ? Optional.of(EXPRESSION) : Optional.empty();
    }

    /** Whether one of the parameters of the address is an expression. */
    static Optional<String> refusal(Map<String, String[]> parameters) {
        for (var parameter : parameters.entrySet()) {
            if (namesExpression(parameter.getKey())) {
                return Optional.of(EXPRESSION);
            }
            for (var value : parameter.getValue()) {
                if (isExpression(value)) {
                    return Optional.of(EXPRESSION);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasExpression(JsonNode node, boolean harmlessAllowed) {
        if (node.isTextual()) {
            var text = node.textValue();
            return isExpression(text)
                    && !(harmlessAllowed && HARMLESS.matcher(text).matches());
        }
        for (var property : node.properties()) {
            var refused = !harmlessAllowed
                    && namesExpression(property.getKey())
                    && !property.getValue().isNull();
            if (refused || isExpression(property.getKey())) {
                return true;
            }
        }
        for (var child : node) {
            if (hasExpression(child, harmlessAllowed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesExpression(String name) {
        return name.endsWith("Expression");
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
