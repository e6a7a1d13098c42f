package io.imprimatur.mail.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A Content-Type or Content-Disposition (RFC 2045 section 5.1, RFC 2183).
 *
 * @param value the type itself, in lower case
 * @param parameters by their names in lower case
 */
record ContentType(String value, Map<String, String> parameters) {

    ContentType {
        parameters = Map.copyOf(parameters);
    }

    boolean multipart() {
        return value.startsWith("multipart/");
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    static ContentType read(String field) {
        int end = field.indexOf(';');
        String value = (end < 0 ? field : field.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        int at = end < 0 ? field.length() : end + 1;
        while (at < field.length()) {
            int equals = field.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = field.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder text = new StringBuilder();
            at = parameter(field, equals + 1, text);
            parameters.putIfAbsent(name, text.toString().strip());
        }
        return new ContentType(value, parameters);
    }

    private static int parameter(String field, int from, StringBuilder text) {
        boolean quoted = false;
        int at = from;
        for (; at < field.length(); at++) {
            char c = field.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\' && at + 1 < field.length()) {
                text.append(field.charAt(++at));
            } else if (!quoted && c == ';') {
                break;
            } else {
                text.append(c);
            }
        }
        return at + 1;
    }
}
