package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.gate.RecordedEvent;
import io.imprimatur.flow.gate.RecordedPost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was recorded of one text: from when it was handed in until the next was. */
final class Round {
    private final List<RecordedEvent.Decided> decisions = new ArrayList<>();
    private RecordedEvent.@Nullable Screened screened;

    static List<Round> of(RecordedPost post) {
        var rounds = new ArrayList<Round>();
        for (var event : post.events()) {
            var begins = event instanceof RecordedEvent.HandedIn || event instanceof RecordedEvent.Revised;
            if (begins || rounds.isEmpty()) {
                rounds.add(new Round());
            }
            rounds.get(rounds.size() - 1).note(event);
        }
        return rounds;
    }

    private void note(RecordedEvent event) {
        if (event instanceof RecordedEvent.Decided decided) {
            decisions.add(decided);
        } else if (event instanceof RecordedEvent.Screened answer) {
            screened = answer;
        }
    }

    Optional<RecordedEvent.Screened> screened() {
        return Optional.ofNullable(screened);
    }

    /** Whether screening was overridden: privacy review was not enough with one person. */
    boolean wasContested() {
        return decisions.stream()
                .anyMatch(each -> each.stage().equals("privacy") && each.outcome() == StageOutcome.MORE_NEEDED);
    }

    List<String> furtherStages() {
        return screened == null ? List.of() : screened.furtherStages();
    }

    /** The earliest decision of one of these stages that was not taken yet. */
    Optional<RecordedEvent.Decided> next(List<String> stages) {
        return decisions.stream().filter(each -> stages.contains(each.stage())).findFirst();
    }

    int place(RecordedEvent.Decided decided) {
        return decisions.indexOf(decided);
    }

    void take(RecordedEvent.Decided decided) {
        decisions.remove(decided);
    }
}
