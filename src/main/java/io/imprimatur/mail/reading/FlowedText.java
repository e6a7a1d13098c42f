package io.imprimatur.mail.reading;

/** Undoes the soft line breaks of {@code format=flowed} (RFC 3676 section 4). */
final class FlowedText {

    private FlowedText() {}

    static String unfold(String text, boolean deleteSpace) {
        StringBuilder unfolded = new StringBuilder(text.length());
        boolean open = false;
        int openDepth = 0;
        for (String line : text.lines().toList()) {
            int depth = depth(line);
            String content = line.substring(depth);
            String stuffed = content.startsWith(" ") ? content.substring(1) : content;
            boolean signature = stuffed.equals("-- ");
            if (open && (signature || depth != openDepth)) {
                unfolded.append('\n');
                open = false;
            }
            if (!open && depth > 0) {
                unfolded.append(line, 0, depth).append(' ');
            }
            boolean flows = stuffed.endsWith(" ") && !signature;
            unfolded.append(flows && deleteSpace ? stuffed.substring(0, stuffed.length() - 1) : stuffed);
            if (!flows) {
                unfolded.append('\n');
            }
            open = flows;
            openDepth = depth;
        }
        return unfolded.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
