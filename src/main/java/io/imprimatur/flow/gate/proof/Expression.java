package io.imprimatur.flow.gate.proof;

import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An expression of a model, evaluated as the engine's JUEL does. */
public sealed interface Expression {
    /** Some text that is not known. */
    Object SOME_TEXT = new Object();

    /** Any value or none. */
    Object ANYTHING = new Object();

    /** What the engine cannot evaluate: a job that runs into it fails. */
    final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** Where values come from, and who decides what is not known. */
    interface Scope {
        @Nullable
        Object value(String variable);

        boolean either();
    }

    @Nullable
    Object evaluate(Scope scope);

    /** Tells each variable that is read. */
    void variables(Consumer<String> names);

    /** As the engine asks a condition: only true and false are answers. */
    default boolean holds(Scope scope) {
        var answer = evaluate(scope);
        if (answer == ANYTHING) {
            return scope.either();
        }
        if (answer instanceof Boolean truth) {
            return truth;
        }
        throw new Failed(answer == null ? "It reads a variable that is not set." : "It is neither true nor false.");
    }

    /** @param value text, a whole number, a truth value or null */
    record Literal(@Nullable Object value) implements Expression {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            return value;
        }

        @Override
        public void variables(Consumer<String> names) {
            // reads none
        }
    }

    record Variable(String name) implements Expression {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            return scope.value(name);
        }

        @Override
        public void variables(Consumer<String> names) {
            names.accept(name);
        }
    }

    /** A call of a building block, whose answer is not known. */
    record Call(String block, String method, Set<String> arguments) implements Expression {
        public Call {
            arguments = Set.copyOf(arguments);
        }

        @Override
        public Object evaluate(Scope scope) {
            return ANYTHING;
        }

        @Override
        public void variables(Consumer<String> names) {
            arguments.forEach(names);
        }
    }

    record Not(Expression inner) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            return !truth(inner.evaluate(scope), scope);
        }

        @Override
        public void variables(Consumer<String> names) {
            inner.variables(names);
        }
    }

    record Empty(Expression inner) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            var value = inner.evaluate(scope);
            return value == ANYTHING ? scope.either() : value == null || value.equals("");
        }

        @Override
        public void variables(Consumer<String> names) {
            inner.variables(names);
        }
    }

    /** Both, or either, of two; the second is only looked at if the first does not decide. */
    record Joined(Expression left, boolean and, Expression right) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            var first = truth(left.evaluate(scope), scope);
            return first == and ? truth(right.evaluate(scope), scope) : first;
        }

        @Override
        public void variables(Consumer<String> names) {
            left.variables(names);
            right.variables(names);
        }
    }

    record Equal(Expression left, boolean same, Expression right) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            return equal(left.evaluate(scope), right.evaluate(scope), scope) == same;
        }

        @Override
        public void variables(Consumer<String> names) {
            left.variables(names);
            right.variables(names);
        }
    }

    private static boolean truth(@Nullable Object value, Scope scope) {
        if (value == ANYTHING) {
            return scope.either();
        }
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Long) {
            throw new Failed("A number is neither true nor false.");
        }
        return value instanceof String text && text.equalsIgnoreCase("true");
    }

    private static boolean equal(@Nullable Object left, @Nullable Object right, Scope scope) {
        if (left == ANYTHING || right == ANYTHING) {
            return scope.either();
        }
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof Long || right instanceof Long) {
            return left == SOME_TEXT || right == SOME_TEXT ? scope.either() : number(left) == number(right);
        }
        if (left instanceof Boolean || right instanceof Boolean) {
            return truth(left, scope) == truth(right, scope);
        }
        return left == SOME_TEXT || right == SOME_TEXT ? scope.either() : left.equals(right);
    }

    private static long number(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof String text) {
            try {
                return text.isEmpty() ? 0 : Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new Failed("It compares a number with a text.");
            }
        }
        throw new Failed("It compares a number with true or false.");
    }
}
