package io.imprimatur.flow.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one expression by the rules of {@link ExpressionGrammar} and stops at the first thing that is not allowed. */
final class ExpressionParser {
    private static final int DEEPEST = 20;
    private static final String ALLOWED =
            "This expression is not allowed. Compare variables with values, as in ${legalOutcome == 'APPROVED'}.";
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<text>'[A-Za-z0-9_ .:-]{0,100}'|\"[A-Za-z0-9_ .:-]{0,100}\")"
            + "|(?<number>-?[0-9]{1,9})"
            + "|(?<name>[A-Za-z][A-Za-z0-9_]{0,63})"
            + "|(?<sign>==|!=|&&|\\|\\||!|\\(|\\)|\\.)"
            + ")\\s*");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "empty", "eq", "ne");

    private final String source;
    private final Matcher tokens;
    private final Map<String, Set<String>> blocks;
    private final Predicate<String> variables;
    private String token = "";
    private String kind = "end";
    private int position;
    private int depth;

    ExpressionParser(String source, Map<String, Set<String>> blocks, Predicate<String> variables) {
        this.source = source;
        this.tokens = TOKEN.matcher(source);
        this.blocks = blocks;
        this.variables = variables;
    }

    /** Why it is not allowed; empty if it is. */
    Optional<String> violation() {
        try {
            advance();
            disjunction();
            require(kind.equals("end"), ALLOWED);
            return Optional.empty();
        } catch (NotAllowed notAllowed) {
            return Optional.of(notAllowed.sentence);
        }
    }

    private void disjunction() {
        require(++depth <= DEEPEST, "This expression is nested too deeply.");
        conjunction();
        while (isOne("||", "or")) {
            advance();
            conjunction();
        }
        depth--;
    }

    private void conjunction() {
        comparison();
        while (isOne("&&", "and")) {
            advance();
            comparison();
        }
    }

    private void comparison() {
        operand();
        if (isOne("==", "!=", "eq", "ne")) {
            advance();
            operand();
        }
    }

    private void operand() {
        while (isOne("!", "not")) {
            advance();
        }
        if (isOne("empty")) {
            advance();
            variable();
        } else if (isOne("(")) {
            advance();
            disjunction();
            expect(")");
        } else if (kind.equals("text") || kind.equals("number") || LITERALS.contains(token)) {
            advance();
        } else if (blocks.containsKey(token)) {
            call();
        } else {
            variable();
        }
    }

    private void call() {
        var block = token;
        advance();
        expect(".");
        var methods = blocks.getOrDefault(block, Set.of());
        require(
                kind.equals("name") && methods.contains(token),
                "The building block \"" + block + "\" offers no such method to models.");
        advance();
        expect("(");
        if (!isOne(")")) {
            variable();
        }
        expect(")");
    }

    private void variable() {
        require(kind.equals("name") && !WORDS.contains(token), ALLOWED);
        require(variables.test(token), "There is no variable or building block of the name used here.");
        advance();
    }

    private boolean isOne(String... wanted) {
        return (kind.equals("sign") || kind.equals("name"))
                && Arrays.asList(wanted).contains(token);
    }

    private void expect(String sign) {
        require(isOne(sign), ALLOWED);
        advance();
    }

    private void advance() {
        if (source.substring(position).isBlank()) {
            token = "";
            kind = "end";
            return;
        }
        tokens.region(position, source.length());
        require(tokens.lookingAt(), ALLOWED);
        for (var group : List.of("text", "number", "name", "sign")) {
            var found = tokens.group(group);
            if (found != null) {
                token = found;
                kind = group;
            }
        }
        position = tokens.end();
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new NotAllowed(sentence);
        }
    }

    private static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String sentence;

        NotAllowed(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }
    }
}
