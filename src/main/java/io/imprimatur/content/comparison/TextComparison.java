package io.imprimatur.content.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import io.imprimatur.content.comparison.Difference.Change;
import io.imprimatur.content.comparison.Difference.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Compares texts line by line, and the lines that differ word by word. */
@Component
public class TextComparison {
    private static final Pattern AFTER_LINE = Pattern.compile("(?<=\n)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)|(?=\\s)|(?<=\\p{Punct})|(?=\\p{Punct})");

    private final int maxTokens;

    TextComparison(ComparisonProperties properties) {
        this.maxTokens = properties.maxTokens();
    }

    public Difference compare(String before, String after) {
        List<Part> byLine = merged(differences(split(AFTER_LINE, before), split(AFTER_LINE, after)));
        var byWord = new ArrayList<Part>();
        for (int i = 0; i < byLine.size(); i++) {
            Part part = byLine.get(i);
            boolean replaced = part.change() == Change.REMOVED
                    && i + 1 < byLine.size()
                    && byLine.get(i + 1).change() == Change.ADDED;
            if (replaced) {
                i++;
                byWord.addAll(differences(
                        split(BETWEEN_WORDS, part.text()),
                        split(BETWEEN_WORDS, byLine.get(i).text())));
            } else {
                byWord.add(part);
            }
        }
        return new Difference(merged(byWord));
    }

    private List<Part> differences(List<String> before, List<String> after) {
        var parts = new ArrayList<Part>();
        if (before.size() > maxTokens || after.size() > maxTokens) {
            replaced(before, after, parts);
            return parts;
        }
        int at = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int start = delta.getSource().getPosition();
            add(parts, Change.SAME, before.subList(at, start));
            replaced(delta.getSource().getLines(), delta.getTarget().getLines(), parts);
            at = start + delta.getSource().size();
        }
        add(parts, Change.SAME, before.subList(at, before.size()));
        return parts;
    }

    private static List<String> split(Pattern pattern, String text) {
        return text.isEmpty() ? List.of() : List.of(pattern.split(text));
    }

    private static void replaced(List<String> removed, List<String> added, List<Part> parts) {
        add(parts, Change.REMOVED, removed);
        add(parts, Change.ADDED, added);
    }

    private static void add(List<Part> parts, Change change, List<String> tokens) {
        if (!tokens.isEmpty()) {
            parts.add(new Part(change, String.join("", tokens)));
        }
    }

    /** Joins neighbours, and takes a lone space between two changes into them, which reads better. */
    private static List<Part> merged(List<Part> parts) {
        var merged = new ArrayList<Part>();
        var removed = new StringBuilder();
        var added = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean bridge = part.change() == Change.SAME
                    && part.text().equals(" ")
                    && i + 1 < parts.size()
                    && removed.length() > 0
                    && added.length() > 0;
            if (part.change() == Change.SAME && !bridge) {
                flush(removed, added, merged);
                merged.add(part);
            }
            if (bridge || part.change() == Change.REMOVED) {
                removed.append(part.text());
            }
            if (bridge || part.change() == Change.ADDED) {
                added.append(part.text());
            }
        }
        flush(removed, added, merged);
        return merged;
    }

    private static void flush(StringBuilder removed, StringBuilder added, List<Part> merged) {
        if (removed.length() > 0) {
            merged.add(new Part(Change.REMOVED, removed.toString()));
        }
        if (added.length() > 0) {
            merged.add(new Part(Change.ADDED, added.toString()));
        }
        removed.setLength(0);
        added.setLength(0);
    }
}
