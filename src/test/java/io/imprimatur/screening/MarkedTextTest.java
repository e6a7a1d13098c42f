package io.imprimatur.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.MarkedText.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    private final Finding date = Finding.of(Identifier.DATE, 3, 9, Severity.REVIEW);
    private final Finding phone = Finding.of(Identifier.PHONE, 6, 12, Severity.BLOCK);

    @Test
    void aTextWithoutFindingsIsOnePlainSegment() {
        assertThat(MarkedText.of("Hello", List.of()).segments()).containsExactly(new Segment("Hello", List.of()));
    }

    @Test
    void anEmptyTextHasNoSegments() {
        assertThat(MarkedText.of("", List.of()).segments()).isEmpty();
    }

    @Test
    void overlappingFindingsShareASegmentOfTheWorseSeverity() {
        var marked = MarkedText.of("0123456789abcdef", List.of(phone, date));

        assertThat(marked.segments())
                .containsExactly(
                        new Segment("012", List.of()),
                        new Segment("345", List.of(date)),
                        new Segment("678", List.of(phone, date)),
                        new Segment("9ab", List.of(phone)),
                        new Segment("cdef", List.of()));
        assertThat(marked.segments().get(2).severity()).contains(Severity.BLOCK);
        assertThat(marked.segments().get(0).marked()).isFalse();
    }

    @Test
    void aPairOfSurrogatesIsNeverSplit() {
        var text = "a\uD83D\uDE00b";

        assertThat(MarkedText.of(text, List.of(Finding.of(Identifier.NAME, 2, 4, Severity.REVIEW)))
                        .segments())
                .extracting(Segment::text)
                .containsExactly("a", "\uD83D\uDE00b");
    }

    @Test
    void aFindingBeyondTheEndMarksWhatIsThere() {
        assertThat(MarkedText.of("abcde", List.of(date)).segments())
                .extracting(Segment::text)
                .containsExactly("abc", "de");
        assertThat(MarkedText.of("abc", List.of(phone)).segments()).hasSize(1);
    }
}
