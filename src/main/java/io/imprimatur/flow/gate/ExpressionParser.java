package io.imprimatur.flow.gate;

import io.imprimatur.flow.gate.proof.Expression;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
            parse();
            return Optional.empty();
        } catch (NotAllowed notAllowed) {
            return Optional.of(notAllowed.sentence);
        }
    }

    /** What it means; empty if it is not allowed. */
    Optional<Expression> expression() {
        try {
            return Optional.of(parse());
        } catch (NotAllowed notAllowed) {
            return Optional.empty();
        }
    }

    private Expression parse() {
        advance();
        var whole = disjunction();
        require(kind.equals("end"), ALLOWED);
        return whole;
    }

    private Expression disjunction() {
        require(++depth <= DEEPEST, "This expression is nested too deeply.");
        var left = conjunction();
        while (isOne("||", "or")) {
            advance();
            left = new Expression.Joined(left, false, conjunction());
        }
        depth--;
        return left;
    }

    private Expression conjunction() {
        var left = comparison();
        while (isOne("&&", "and")) {
            advance();
            left = new Expression.Joined(left, true, comparison());
        }
        return left;
    }

    private Expression comparison() {
        var left = operand();
        if (isOne("==", "!=", "eq", "ne")) {
            var same = isOne("==", "eq");
            advance();
            return new Expression.Equal(left, same, operand());
        }
        return left;
    }

    private Expression operand() {
        int negations = 0;
        while (isOne("!", "not")) {
            advance();
            negations++;
        }
        Expression operand = plainOperand();
        for (int i = 0; i < negations; i++) {
            operand = new Expression.Not(operand);
        }
        return operand;
    }

    private Expression plainOperand() {
        if (isOne("empty")) {
            advance();
            return new Expression.Empty(variable());
        }
        if (isOne("(")) {
            advance();
            var inner = disjunction();
            expect(")");
            return inner;
        }
        if (kind.equals("text") || kind.equals("number") || LITERALS.contains(token)) {
            var literal = new Expression.Literal(literal());
            advance();
            return literal;
        }
        return blocks.containsKey(token) ? call() : variable();
    }

    private @Nullable Object literal() {
        return switch (kind) {
            case "text" -> token.substring(1, token.length() - 1);
            case "number" -> Long.valueOf(token);
            default -> token.equals("null") ? null : Boolean.valueOf(token);
        };
    }

    private Expression call() {
        var block = token;
        advance();
        expect(".");
        var methods = blocks.getOrDefault(block, Set.of());
        require(
                kind.equals("name") && methods.contains(token),
                "The building block \"" + block + "\" offers no such method to models.");
        var method = token;
        advance();
        expect("(");
        var arguments = new LinkedHashSet<String>();
        if (!isOne(")")) {
            arguments.add(variable().name());
        }
        expect(")");
        return new Expression.Call(block, method, arguments);
    }

    private Expression.Variable variable() {
        require(kind.equals("name") && !WORDS.contains(token), ALLOWED);
        require(variables.test(token), "There is no variable or building block of the name used here.");
        var variable = new Expression.Variable(token);
        advance();
        return variable;
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
