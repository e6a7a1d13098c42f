package io.imprimatur.mail.authenticity;

/**
 * Reads the words of an Authentication-Results field: white space and nested comments (RFC 5322, section 3.2.2), tokens
 * and quoted strings (RFC 2045, section 5.1). Looks at each character once.
 */
final class ResultsLexer {
    private static final String SPECIALS = "()<>@,;:\\\"/[]?=";

    private final String text;
    private int at;

    ResultsLexer(String text) {
        this.text = text;
    }

    boolean atEnd() throws Malformed {
        skip();
        return at == text.length();
    }

    /** Takes that character if it comes next, after white space and comments. */
    boolean take(char expected) throws Malformed {
        skip();
        return takeHere(expected);
    }

    private boolean takeHere(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char expected) throws Malformed {
        if (!take(expected)) {
            throw new Malformed();
        }
    }

    /** {@code Keyword}: letters, digits and hyphens (RFC 5321, section 4.1.2); underscores occur, too. */
    String keyword() throws Malformed {
        skip();
        return run(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }

    /** {@code value}: a token or a quoted string. */
    String value() throws Malformed {
        skip();
        return at < text.length() && text.charAt(at) == '"'
                ? quoted()
                : run(c -> c > 32 && c < 127 && SPECIALS.indexOf(c) < 0);
    }

    /** {@code pvalue}. Servers write more than tokens without quotes, such as base64: all but what ends a value. */
    String propertyValue() throws Malformed {
        skip();
        var value = new StringBuilder();
        while (at < text.length() && " \t;(".indexOf(text.charAt(at)) < 0) {
            value.append(text.charAt(at) == '"' ? quoted() : run(c -> c > 32 && c < 127 && "\"();\\".indexOf(c) < 0));
        }
        return value.toString();
    }

    private String run(java.util.function.IntPredicate allowed) throws Malformed {
        int from = at;
        while (at < text.length() && allowed.test(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw new Malformed();
        }
        return text.substring(from, at);
    }

    private String quoted() throws Malformed {
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c == '\\') {
                at++;
            }
            if (at < text.length()) {
                value.append(text.charAt(at));
            }
        }
        throw new Malformed();
    }

    private void skip() throws Malformed {
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '(') {
                depth++;
            } else if (depth > 0) {
                depth -= c == ')' ? 1 : 0;
                at += c == '\\' ? 1 : 0;
            } else if (c != ' ' && c != '\t') {
                return;
            }
        }
        if (depth > 0 || at > text.length()) {
            throw new Malformed();
        }
    }

    /** The text is not what the grammar says. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
