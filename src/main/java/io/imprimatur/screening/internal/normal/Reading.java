package io.imprimatur.screening.internal.normal;

import io.imprimatur.screening.internal.normal.Rewriting.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Those parts of a text that can be read otherwise, read so: spelled digits as digits, encoded words decoded. What is
 * found in one counts only where it was read otherwise; the rest was screened as it stands.
 */
public final class Reading {
    private static final List<Rewriting> REWRITINGS = List.of(
            new EncodedWords(),
            new MarkupTags(),
            new PercentCodes(),
            new SpelledMarks(),
            new SpacedCharacters(),
            new JoinedDigits(),
            new SpelledDigits(),
            new LookalikeDigits());
    /** How much of what stands before and behind is read along. */
    private static final int BEFORE = 160;

    private static final int BEHIND = 120;
    /** Encoded words may be encoded twice. */
    private static final int DEPTH = 2;

    private final MappedText text;
    private final BitSet rewritten;

    private Reading(MappedText text, BitSet rewritten) {
        this.text = text;
        this.rewritten = rewritten;
    }

    /** The other readings of a text in normal form; mostly none, at most two. */
    public static List<Reading> of(MappedText plain) {
        var readings = new ArrayList<Reading>();
        var source = plain;
        for (int depth = 0; depth < DEPTH; depth++) {
            var runs = runs(source.text());
            if (runs.isEmpty()) {
                break;
            }
            var reading = rewrite(source, runs);
            readings.add(reading);
            source = reading.text;
        }
        return readings;
    }

    public MappedText text() {
        return text;
    }

    /** Whether something between these offsets was read otherwise. */
    public boolean isRewritten(int start, int end) {
        int next = rewritten.nextSetBit(start);
        return next >= 0 && next < end;
    }

    /** Of runs that overlap, the first counts, then the longer. */
    private static List<Run> runs(String text) {
        var all = new ArrayList<Run>();
        REWRITINGS.forEach(rewriting -> all.addAll(rewriting.runs(text)));
        all.sort(Comparator.comparingInt(Run::start).thenComparing(Run::end, Comparator.reverseOrder()));
        var apart = new ArrayList<Run>();
        int end = 0;
        for (var run : all) {
            if (run.start() >= end) {
                apart.add(run);
                end = run.end();
            }
        }
        return apart;
    }

    private static Reading rewrite(MappedText source, List<Run> runs) {
        var read = new MappedText.Builder(256);
        var rewritten = new BitSet();
        int copied = 0;
        for (var run : runs) {
            int from = Math.max(copied, run.start() - BEFORE);
            copyUntil(source, copied, from, read);
            read.append(source, from, run.start());
            rewritten.set(Math.max(0, read.length() - 1));
            int start = read.length();
            read.append(run.reading(), source.originalStart(run.start()), source.originalEnd(run.end()));
            rewritten.set(start, read.length() + 1);
            copied = run.end();
        }
        read.append(source, copied, Math.min(source.text().length(), copied + BEHIND));
        return new Reading(read.build(), rewritten);
    }

    /** What follows the last run, and a blank line where something is left out. */
    private static void copyUntil(MappedText source, int copied, int from, MappedText.Builder read) {
        int to = copied == 0 ? from : Math.min(from, copied + BEHIND);
        if (copied > 0) {
            read.append(source, copied, to);
        }
        if (to < from || (copied == 0 && from > 0)) {
            read.append("\n\n", source.originalStart(from), source.originalStart(from));
        }
    }
}
