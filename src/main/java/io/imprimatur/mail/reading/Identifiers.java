package io.imprimatur.mail.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds addresses and message ids in text, whatever stands around them, in one pass. */
final class Identifiers {

    private static final int LONGEST_ID = 250;
    private static final int LONGEST_ADDRESS = 254;
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~.";

    private Identifiers() {}

    /** The first id between brackets, or the whole text if it has none; nothing if it holds other characters than RFC 5322 allows. */
    static Optional<String> messageId(String text) {
        int open = text.indexOf('<');
        int close = text.indexOf('>', open + 1);
        String id = (open >= 0 && close > open ? text.substring(open + 1, close) : text).strip();
        boolean allowed =
                !id.isEmpty() && id.length() <= LONGEST_ID && id.chars().allMatch(Identifiers::ofId);
        return allowed ? Optional.of(id) : Optional.empty();
    }

    /** All ids between brackets, in order. */
    static List<String> messageIds(String text) {
        List<String> ids = new ArrayList<>();
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
            int close = text.indexOf('>', open + 1);
            if (close < 0) {
                break;
            }
            messageId(text.substring(text.lastIndexOf('<', close), close + 1)).ifPresent(ids::add);
            open = close;
        }
        return ids;
    }

    /** All addresses in lower case, in order, each once. */
    static Set<String> addresses(String text) {
        Set<String> found = new LinkedHashSet<>();
        int free = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > free && ofAtom(text.charAt(from - 1)) && at - from < LONGEST_ADDRESS) {
                from--;
            }
            int to = at + 1;
            while (to < text.length() && ofDomain(text.charAt(to)) && to - from < LONGEST_ADDRESS) {
                to++;
            }
            String address = trim(text.substring(from, to));
            int middle = address.indexOf('@');
            if (middle > 0 && middle < address.length() - 1) {
                found.add(address.toLowerCase(Locale.ROOT));
            }
            free = to;
        }
        return found;
    }

    private static String trim(String address) {
        int from = 0;
        int to = address.length();
        while (from < to && ".'`".indexOf(address.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ".-".indexOf(address.charAt(to - 1)) >= 0) {
            to--;
        }
        return address.substring(from, to);
    }

    private static boolean ofAtom(int c) {
        return ATOM.indexOf(c) >= 0 || ofDomain(c);
    }

    private static boolean ofDomain(int c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }

    private static boolean ofId(int c) {
        return ofAtom(c) || "@[]:".indexOf(c) >= 0;
    }
}
