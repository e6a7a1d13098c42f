package io.imprimatur.flow.gate.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a process or flow node, with the instances within it; a sequence flow on which a job waits is one too.
 * Equal instances side by side are interchangeable, so those within are kept in an order of their own.
 *
 * @param place index of the node, or of the sequence flow if it waits on one
 * @param data of a loop: how many instances there are and how many ended; of a review by further stages: who objected
 * @param fired bits of the boundary timers that fired already
 * @param variables of a process; null for others
 */
record Token(int place, Mode mode, int data, int fired, int @Nullable [] variables, List<Token> within)
        implements Comparable<Token> {
    /** How the instance stands. */
    enum Mode {
        /** It has begun. */
        ACTIVE,
        /** A job is to begin it. */
        BEFORE,
        /** The whole of a loop. */
        LOOP,
        /** One instance of a loop. */
        INNER,
        /** A job is to go on along a sequence flow. */
        FLOW
    }

    private static final Comparator<int[]> NUMBERS = Arrays::compare;
    private static final Comparator<Token> ORDER = Comparator.comparingInt(Token::place)
            .thenComparing(Token::mode)
            .thenComparingInt(Token::data)
            .thenComparingInt(Token::fired)
            .thenComparing(Token::variables, Comparator.nullsFirst(NUMBERS))
            .thenComparing(Token::within, Token::compare);

    static Token of(int place, Mode mode, int data, int fired, int @Nullable [] variables, List<Token> within) {
        if (within.size() > 1) {
            var sorted = new ArrayList<>(within);
            sorted.sort(null);
            return new Token(place, mode, data, fired, variables, sorted);
        }
        return new Token(place, mode, data, fired, variables, within);
    }

    /** How many instances it is, with those within. */
    int size() {
        int size = 1;
        for (var inner : within) {
            size += inner.size();
        }
        return size;
    }

    private static int compare(List<Token> left, List<Token> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    @Override
    public int compareTo(Token other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Token that
                && place == that.place
                && mode == that.mode
                && data == that.data
                && fired == that.fired
                && Arrays.equals(variables, that.variables)
                && within.equals(that.within);
    }

    @Override
    public int hashCode() {
        int hash = place * 31 + mode.ordinal();
        hash = (hash * 31 + data) * 31 + fired;
        hash = hash * 31 + Arrays.hashCode(variables);
        return hash * 31 + within.hashCode();
    }
}
