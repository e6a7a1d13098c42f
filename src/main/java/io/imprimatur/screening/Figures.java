package io.imprimatur.screening;

import io.imprimatur.screening.NormalText.Span;
import java.util.ArrayList;
import java.util.List;

/** The digits of a text: every run of them, and the runs that no more than brackets, points or the like set apart. */
public final class Figures {
    /** What people write between the parts of one number. */
    private static final String JOINTS = " -./()[]_:+*'\n\t";

    private static final int LONGEST_JOINT = 4;

    private final List<Span> runs;
    private final List<Group> groups;

    private Figures(List<Span> runs, List<Group> groups) {
        this.runs = List.copyOf(runs);
        this.groups = List.copyOf(groups);
    }

    /**
     * Runs of digits that may be one number.
     *
     * @param start first digit
     * @param end behind the last digit
     * @param digits how many digits there are
     * @param runs in how many runs
     */
    public record Group(int start, int end, int digits, int runs) {}

    static Figures of(String text) {
        var runs = runs(text);
        var groups = new ArrayList<Group>();
        for (var run : runs) {
            var last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            int length = run.end() - run.start();
            if (last != null && isJoint(text, last.end(), run.start())) {
                groups.set(
                        groups.size() - 1, new Group(last.start(), run.end(), last.digits() + length, last.runs() + 1));
            } else {
                groups.add(new Group(run.start(), run.end(), length, 1));
            }
        }
        return new Figures(runs, groups);
    }

    /** Digits in a row, in their order. */
    public List<Span> runs() {
        return runs;
    }

    public List<Group> groups() {
        return groups;
    }

    /** Whether a digit stands between these offsets. */
    public boolean within(int start, int end) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).end() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < runs.size() && runs.get(low).start() < end;
    }

    private static List<Span> runs(String text) {
        var runs = new ArrayList<Span>();
        for (int at = 0; at < text.length(); at++) {
            if (isDigit(text.charAt(at))) {
                int start = at;
                while (at < text.length() && isDigit(text.charAt(at))) {
                    at++;
                }
                runs.add(new Span(start, at));
            }
        }
        return runs;
    }

    private static boolean isJoint(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (JOINTS.indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return end - start <= LONGEST_JOINT;
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
