package io.imprimatur.screening.internal.normal;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** HTML tags within a word or number, left out; those of blocks read as a space. */
final class MarkupTags implements Rewriting {
    private static final Pattern TAGS = Pattern.compile("(?:</?[A-Za-z][^<>]{0,200}>|<!--[^<>]{0,200}-->)+");
    private static final Pattern BLOCK =
            Pattern.compile("(?i)</?(?:br|p|div|li|ul|ol|td|th|tr|table|h[1-6]|hr|section)\\b");

    @Override
    public List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        if (text.indexOf('<') < 0) {
            return runs;
        }
        for (var match = TAGS.matcher(text); match.find(); ) {
            if (match.start() > 0 && match.end() < text.length()) {
                runs.add(new Run(
                        match.start(), match.end(), BLOCK.matcher(match.group()).find() ? " " : ""));
            }
        }
        return runs;
    }
}
