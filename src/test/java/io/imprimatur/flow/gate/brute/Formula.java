package io.imprimatur.flow.gate.brute;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Evaluates a condition straight from its text. Throws where the engine would fail. */
final class Formula {
    private static final Pattern WORD =
            Pattern.compile("'[^']*'|-?[0-9]+|[A-Za-z][A-Za-z0-9_]*|==|!=|&&|\\|\\||!|\\(|\\)");

    private final Deque<String> words = new ArrayDeque<>();
    private final Map<String, @Nullable Object> variables;

    private Formula(String text, Map<String, @Nullable Object> variables) {
        this.variables = variables;
        var found = WORD.matcher(text.substring(2, text.length() - 1));
        while (found.find()) {
            words.add(found.group());
        }
    }

    static boolean holds(String text, Map<String, @Nullable Object> variables) {
        var result = new Formula(text, variables).or();
        if (result instanceof Boolean truth) {
            return truth;
        }
        throw new IllegalStateException("no truth value");
    }

    private @Nullable Object or() {
        var left = and();
        while (isNext("or") || isNext("||")) {
            words.pop();
            var first = truth(left);
            var second = and();
            left = first || truth(second);
        }
        return left;
    }

    private @Nullable Object and() {
        var left = comparison();
        while (isNext("and") || isNext("&&")) {
            words.pop();
            var first = truth(left);
            var second = comparison();
            left = first && truth(second);
        }
        return left;
    }

    private @Nullable Object comparison() {
        var left = unary();
        if (isNext("==") || isNext("!=") || isNext("eq") || isNext("ne")) {
            var word = words.pop();
            var same = same(left, unary());
            return word.equals("==") || word.equals("eq") ? same : !same;
        }
        return left;
    }

    private @Nullable Object unary() {
        if (isNext("!") || isNext("not")) {
            words.pop();
            return !truth(unary());
        }
        if (isNext("empty")) {
            words.pop();
            return unary() == null;
        }
        if (isNext("(")) {
            words.pop();
            var inner = or();
            words.pop();
            return inner;
        }
        var word = words.pop();
        if (word.startsWith("'")) {
            return word.substring(1, word.length() - 1);
        }
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> variables.get(word);
        };
    }

    private static boolean truth(@Nullable Object value) {
        return value instanceof Boolean truth ? truth : value instanceof String text && text.equals("true");
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        return left instanceof Boolean || right instanceof Boolean
                ? truth(left) == truth(right)
                : left.toString().equals(right.toString());
    }

    private boolean isNext(String word) {
        return word.equals(words.peek());
    }
}
