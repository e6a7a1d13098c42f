package io.imprimatur.mail.reading;

import java.util.List;

/** Courtesies and names, which are no reason. */
final class SignOff {

    private static final int MOST_NAMES = 5;
    private static final int MOST_SIGNATURE_LINES = 8;
    private static final int MOST_SIGNATURE_WORDS = 9;

    private final Vocabulary vocabulary;

    SignOff(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Whether the words from here on are courtesies, perhaps with a name behind them. */
    boolean courteous(Tokens tokens, int from) {
        int at = from;
        boolean any = false;
        while (at < tokens.size()) {
            int length = vocabulary.courtesies().at(tokens, at);
            if (length == 0 && tokens.word(at)) {
                return any && name(tokens, at);
            }
            if (length == 0 && !tokens.mark(at, Marks.AFTER_A_DECISION)) {
                return false;
            }
            any |= length > 0;
            at += Math.max(1, length);
        }
        return true;
    }

    /** Whether the words from here on look like a name with its titles. */
    boolean name(Tokens tokens, int from) {
        int words = tokens.words(from);
        boolean capitals = tokens.all().stream()
                .skip(from)
                .allMatch(token -> token.word()
                        ? Character.isUpperCase(tokens.line().codePointAt(token.start()))
                                || token.folded().equals("dr")
                                || token.folded().equals("prof")
                                || token.folded().equals("von")
                                || token.folded().equals("de")
                                || token.folded().equals("van")
                        : token.mark(".,-/"));
        boolean sentence = tokens.mark(tokens.size() - 1, ".") && words > 1;
        return words > 0 && words <= MOST_NAMES && capitals && !sentence;
    }

    /** Whether nothing but a signature follows this line. */
    boolean closes(Tokens line) {
        return vocabulary.closings().at(line, 0) > 0 && courteous(line, 0);
    }

    /** Where a sign-off begins in these lines; their number if it does not. */
    int start(List<Tokens> lines) {
        for (int at = 0; at < lines.size(); at++) {
            Tokens line = lines.get(at);
            if (line.size() > 0 && line.words(0) > 0 && courteous(line, 0)) {
                return at;
            }
        }
        int block = 0;
        while (block < lines.size() && !signature(lines, block)) {
            block++;
        }
        return block;
    }

    /** A name after an empty line or at the beginning, and below it only short lines that are no sentences. */
    private boolean signature(List<Tokens> lines, int start) {
        boolean apart = start == 0 || lines.get(start - 1).size() == 0;
        if (!apart || !name(lines.get(start), 0)) {
            return false;
        }
        List<Tokens> said = lines.subList(start, lines.size()).stream()
                .filter(line -> line.size() > 0)
                .toList();
        return said.size() <= MOST_SIGNATURE_LINES
                && said.stream()
                        .allMatch(line -> line.words(0) <= MOST_SIGNATURE_WORDS && !line.mark(line.size() - 1, ".!?"));
    }
}
