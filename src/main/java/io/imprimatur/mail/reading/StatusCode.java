package io.imprimatur.mail.reading;

/** Finds status codes of RFC 3463 and replies of RFC 5321 in lines of text. */
final class StatusCode {

    private StatusCode() {}

    /** The first code such as {@code 5.1.1}, or {@code 5.0.0} for a reply such as {@code 550}; empty if none. */
    static String in(String line) {
        String reply = "";
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if ((c != '4' && c != '5') || at > 0 && ofNumber(line.charAt(at - 1))) {
                continue;
            }
            int end = at;
            while (end < line.length() && ofNumber(line.charAt(end))) {
                end++;
            }
            String number = line.substring(at, end);
            if (enhanced(number)) {
                return number.endsWith(".") ? number.substring(0, number.length() - 1) : number;
            }
            boolean separated = end == line.length() || " -:<".indexOf(line.charAt(end)) >= 0;
            if (reply.isEmpty()
                    && number.length() == 3
                    && separated
                    && number.charAt(1) <= '5'
                    && !number.contains(".")) {
                reply = c + ".0.0";
            }
            at = end;
        }
        return reply;
    }

    private static boolean enhanced(String number) {
        String[] parts = number.split("\\.", -1);
        int last = parts.length == 4 && parts[3].isEmpty() ? 3 : parts.length;
        return last == 3
                && parts[0].length() == 1
                && !parts[1].isEmpty()
                && parts[1].length() <= 3
                && !parts[2].isEmpty()
                && parts[2].length() <= 3;
    }

    private static boolean ofNumber(char c) {
        return c >= '0' && c <= '9' || c == '.';
    }
}
