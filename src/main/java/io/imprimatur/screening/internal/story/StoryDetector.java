package io.imprimatur.screening.internal.story;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Passages that tell of one patient, with or without a name: 45 CFR 164.514(b)(2)(ii), what the organisation knows that
 * could identify somebody. Words that point at one person, tell what happened, when and where, speak for it; words to
 * readers and about people in general speak against it. One finding a passage, from its first telling sentence to its last.
 */
@Component
class StoryDetector implements Detector {
    private static final int LONGEST_PASSAGE = 6;

    private final Lexicon lexicon = new Lexicon();

    @Override
    public String name() {
        return "story";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var sentences = normal.sentences().stream()
                .map(span -> new Sentence(span, normal.text(), lexicon))
                .toList();
        var found = new ArrayList<Finding>();
        for (int at = 0; at < sentences.size(); ) {
            int end = passage(sentences, at);
            if (end > at) {
                found.add(finding(normal.text(), sentences.subList(at, end)));
                at = end;
            } else {
                at++;
            }
        }
        return found;
    }

    /** @return behind the last sentence of the passage that begins here and tells most, or its beginning if none tells */
    private static int passage(List<Sentence> sentences, int begin) {
        if (!sentences.get(begin).tells()) {
            return begin;
        }
        var all = new Cues();
        int best = begin;
        int most = Telling.THRESHOLD - 1;
        for (int at = begin; at < Math.min(sentences.size(), begin + LONGEST_PASSAGE); at++) {
            all.add(sentences.get(at).cues());
            int score = Telling.score(all);
            if (score > most) {
                most = score;
                best = at + 1;
            }
        }
        return best;
    }

    private static Finding finding(String text, List<Sentence> passage) {
        int start = passage.get(0).span().start();
        int end = passage.get(passage.size() - 1).span().end();
        while (start < end - 1 && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start + 1 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return Finding.of(Identifier.STORY, start, end, Severity.REVIEW);
    }

    private record Sentence(Span span, Cues cues) {
        Sentence(Span span, String text, Lexicon lexicon) {
            this(span, Cues.of(new Words(text, span.start(), span.end()), lexicon));
            if (text.charAt(span.end() - 1) == '?') {
                cues.add(Cue.GENERIC);
            }
        }

        boolean tells() {
            return Telling.points(cues) || cues.has(Cue.EVENT) || cues.has(Cue.UNIQUE);
        }
    }
}
