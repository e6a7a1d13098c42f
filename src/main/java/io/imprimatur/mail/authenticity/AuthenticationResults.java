package io.imprimatur.mail.authenticity;

import io.imprimatur.mail.authenticity.ResultsLexer.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An Authentication-Results field (RFC 8601, section 2.2).
 *
 * @param authservId the server that wrote it, as written
 */
record AuthenticationResults(String authservId, List<Result> results) {
    /** Method and result in lower case. */
    record Result(String method, String result, List<Property> properties) {}

    /** Type and name in lower case; the value as written. */
    record Property(String type, String name, String value) {}

    /** Nothing when the field does not follow the grammar; then no part of it can be believed. */
    static Optional<AuthenticationResults> parse(String value) {
        try {
            return Optional.of(parse(new ResultsLexer(value)));
        } catch (Malformed malformed) {
            return Optional.empty();
        }
    }

    private static AuthenticationResults parse(ResultsLexer lexer) throws Malformed {
        var id = lexer.value();
        if (!lexer.take(';')) {
            if (!lexer.keyword().equals("1")) {
                throw new Malformed();
            }
            lexer.expect(';');
        }
        var results = new ArrayList<Result>();
        while (!lexer.atEnd()) {
            var method = lower(lexer.keyword());
            if (method.equals("none") && results.isEmpty() && lexer.atEnd()) {
                return new AuthenticationResults(id, List.of());
            }
            results.add(result(lexer, method));
        }
        if (results.isEmpty()) {
            throw new Malformed();
        }
        return new AuthenticationResults(id, List.copyOf(results));
    }

    /** Up to the next semicolon, and with it. */
    private static Result result(ResultsLexer lexer, String method) throws Malformed {
        if (lexer.take('/')) {
            lexer.keyword();
        }
        lexer.expect('=');
        var result = lower(lexer.keyword());
        var properties = new ArrayList<Property>();
        while (!lexer.atEnd() && !lexer.take(';')) {
            var word = lower(lexer.keyword());
            if (lexer.take('.')) {
                var name = lower(lexer.keyword());
                lexer.expect('=');
                properties.add(new Property(word, name, lexer.propertyValue()));
            } else {
                // "reason", and words of some servers' own such as Microsoft's "action"
                lexer.expect('=');
                lexer.propertyValue();
            }
        }
        return new Result(method, result, List.copyOf(properties));
    }

    private static String lower(String keyword) {
        return keyword.toLowerCase(Locale.ROOT);
    }
}
