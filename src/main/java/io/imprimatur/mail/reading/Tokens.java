package io.imprimatur.mail.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * A line's words and marks.
 *
 * @param line as written
 * @param all in order
 */
record Tokens(String line, List<Token> all) {

    Tokens {
        all = List.copyOf(all);
    }

    static Tokens of(String line) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int c = line.codePointAt(at);
            int end = at + Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                end = wordEnd(line, end);
                tokens.add(new Token(Folding.fold(line.substring(at, end)), true, at, end));
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !ofWord(c)) {
                tokens.add(new Token(line.substring(at, end), false, at, end));
            }
            at = end;
        }
        return new Tokens(line, tokens);
    }

    int size() {
        return all.size();
    }

    Token get(int at) {
        return all.get(at);
    }

    boolean word(int at) {
        return at < all.size() && all.get(at).word();
    }

    boolean mark(int at, String marks) {
        return at >= 0 && at < all.size() && all.get(at).mark(marks);
    }

    /** Whether a clause begins here: at the line's first word, or behind a mark. */
    boolean beginsClause(int at) {
        return word(at) && (at == 0 || !word(at - 1));
    }

    boolean hasMark(String marks, int from) {
        return all.stream().skip(from).anyMatch(token -> token.mark(marks));
    }

    int words(int from) {
        return (int) all.stream().skip(from).filter(Token::word).count();
    }

    /** The line as written, from this token on. */
    String text(int from) {
        return from < all.size() ? line.substring(all.get(from).start()).strip() : "";
    }

    private static int wordEnd(String line, int from) {
        int at = from;
        while (at < line.length()) {
            int c = line.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean joins = "'\u2019\u2018\u02BC-\u2010\u2011".indexOf(c) >= 0
                    && next < line.length()
                    && ofWord(line.codePointAt(next));
            if (!ofWord(c) && !joins) {
                break;
            }
            at = next;
        }
        return at;
    }

    private static boolean ofWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK;
    }
}
