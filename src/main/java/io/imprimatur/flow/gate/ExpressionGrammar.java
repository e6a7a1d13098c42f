package io.imprimatur.flow.gate;

import io.imprimatur.flow.gate.proof.Expression;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The expressions that a model may use. A building block is <code>${block}</code>. A value is <code>${…}</code> around
 * variables, literals, listed methods of a building block with at most a variable as argument, comparisons of those with
 * {@code ==} and {@code !=}, and {@code and}, {@code or}, {@code not}, {@code empty} and brackets around them.
 */
final class ExpressionGrammar {
    private static final int LONGEST = 500;
    private static final Pattern BLOCK = Pattern.compile("[$#]\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*}");

    private final Map<String, Set<String>> blocks;
    private final Predicate<String> variables;

    /** @param blocks the listed building blocks with their listed methods */
    ExpressionGrammar(Map<String, Set<String>> blocks, Predicate<String> variables) {
        this.blocks = blocks;
        this.variables = variables;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** Why that is not the name of a building block; empty if it is. */
    Optional<String> notABlock(String text) {
        var found = BLOCK.matcher(text.strip());
        if (!found.matches()) {
            return Optional.of("Name a building block as ${name}; nothing else can be run.");
        }
        return blocks.containsKey(found.group(1))
                ? Optional.empty()
                : Optional.of("There is no building block of this name. There are: "
                        + String.join(", ", blocks.keySet().stream().sorted().toList()) + ".");
    }

    /** The name of the building block that a text such as <code>${publish}</code> names; empty if it is none. */
    Optional<String> blockOf(String text) {
        var found = BLOCK.matcher(text.strip());
        return found.matches() && blocks.containsKey(found.group(1)) ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** What an allowed expression means; empty for any other text. */
    Optional<Expression> expression(String text) {
        return isExpression(text) && notAValue(text).isEmpty()
                ? new ExpressionParser(inner(text), blocks, variables).expression()
                : Optional.empty();
    }

    private static String inner(String expression) {
        var whole = expression.strip();
        return whole.substring(2, whole.length() - 1);
    }

    /** Why that text is no harmless value; empty for harmless expressions and for texts without any expression. */
    Optional<String> notAValue(String text) {
        if (!isExpression(text)) {
            return Optional.empty();
        }
        var whole = text.strip();
        if (whole.length() > LONGEST) {
            return Optional.of("This expression is longer than " + LONGEST + " characters.");
        }
        if (!(whole.startsWith("${") || whole.startsWith("#{")) || !whole.endsWith("}")) {
            return Optional.of("An expression must stand alone, as ${…} without text around it.");
        }
        return new ExpressionParser(inner(whole), blocks, variables).violation();
    }
}
