package io.imprimatur.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedSetTest {
    @Test
    void theMarkupIsTakenOffAndMarksPointIntoTheText() {
        var text = only("Call [[PHONE|FAX:(617) 555-0142]] for [[NAME:Rosa]].⏎Bye");

        assertThat(text.text()).isEqualTo("Call (617) 555-0142 for Rosa.\nBye");
        assertThat(text.marks()).extracting(text::words).containsExactly("(617) 555-0142", "Rosa");
        assertThat(text.marks().get(0).identifiers()).containsExactlyInAnyOrder(Identifier.PHONE, Identifier.FAX);
        assertThat(text.marks().get(0).identifier()).isEqualTo(Identifier.PHONE);
    }

    @Test
    void headingsAndBlankLinesAreNoTextsAndHashtagsAre() {
        var set = MarkedSet.parse("set", "## Heading\n\n#FluShot time\nA [[NAME:Ben]]\n");

        assertThat(set.texts()).extracting(MarkedSet.Text::id).containsExactly("set 3", "set 4");
        assertThat(set.unmarked()).extracting(MarkedSet.Text::text).containsExactly("#FluShot time");
        assertThat(set.marked()).extracting(MarkedSet.Text::text).containsExactly("A Ben");
    }

    @Test
    void charactersThatCannotBeSeenAreWrittenByTheirCodePoint() {
        assertThat(only("5\\x200B;5\\x1F600;").text()).isEqualTo("5\u200B5\uD83D\uDE00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[NAME:open", "[[NAME", "[[NOTHING:of this name]]"})
    void aMarkThatIsNoneIsRefused(String line) {
        assertThatThrownBy(() -> only(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMarkIsFoundByAnOverlappingFindingOfItsKindThatNeedsAnAnswer() {
        var mark = only("Hi [[NAME:Rosa]]").marks().get(0);

        assertThat(mark.isFoundBy(Finding.of(Identifier.NAME, 6, 9, Severity.REVIEW)))
                .isTrue();
        assertThat(mark.isFoundBy(Finding.of(Identifier.NAME, 0, 3, Severity.BLOCK)))
                .isFalse();
        assertThat(mark.isFoundBy(Finding.of(Identifier.DATE, 3, 7, Severity.BLOCK)))
                .isFalse();
        assertThat(mark.isFoundBy(Finding.of(Identifier.NAME, 3, 7, Severity.INFORMATION)))
                .isFalse();
    }

    @Test
    void noTextStandsTwiceInTheSets() {
        var seen = new HashSet<String>();

        assertThat(Stream.of(
                                "posts-clear",
                                "posts-own",
                                "posts-caught",
                                "queries",
                                "stories",
                                "general",
                                "stories-unseen",
                                "general-unseen",
                                "evasions")
                        .flatMap(name -> MarkedSet.read(name).texts().stream())
                        .filter(text -> !seen.add(text.text())))
                .isEmpty();
    }

    private static MarkedSet.Text only(String line) {
        return List.copyOf(MarkedSet.parse("set", line).texts()).get(0);
    }
}
