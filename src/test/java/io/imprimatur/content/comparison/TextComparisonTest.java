package io.imprimatur.content.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.content.comparison.Difference.Change;
import io.imprimatur.content.comparison.Difference.Part;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextComparisonTest {
    private final TextComparison comparison = comparison(4_000);

    private static TextComparison comparison(int diffTokens) {
        return new TextComparison(new ComparisonProperties(diffTokens));
    }

    @Test
    void marksOnlyTheWordThatChanged() {
        assertThat(comparison
                        .compare("Free flu shots today.", "Free flu shots tomorrow.")
                        .parts())
                .containsExactly(
                        new Part(Change.SAME, "Free flu shots "),
                        new Part(Change.REMOVED, "today"),
                        new Part(Change.ADDED, "tomorrow"),
                        new Part(Change.SAME, "."));
    }

    @Test
    void joinsChangedWordsThatOnlyASpaceParts() {
        assertThat(comparison.compare("We cure it.", "Nobody promises it.").parts())
                .containsExactly(
                        new Part(Change.REMOVED, "We cure"),
                        new Part(Change.ADDED, "Nobody promises"),
                        new Part(Change.SAME, " it."));
    }

    @Test
    void findsNothingInEqualTexts() {
        assertThat(comparison.compare("Same\n\nhere", "Same\n\nhere").any()).isFalse();
    }

    @Test
    void showsALineThatWasAddedAsAdded() {
        assertThat(comparison.compare("One.\nThree.", "One.\nTwo.\nThree.").parts())
                .containsExactly(
                        new Part(Change.SAME, "One.\n"),
                        new Part(Change.ADDED, "Two.\n"),
                        new Part(Change.SAME, "Three."));
    }

    @Test
    void showsTextsWholeThatAreTooLongToCompare() {
        assertThat(comparison(3).compare("a b c d", "a b c e").parts())
                .containsExactly(new Part(Change.REMOVED, "a b c d"), new Part(Change.ADDED, "a b c e"));
    }

    @Property
    void losesNothingOfEitherText(
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') @Chars({' ', '\n', '.'}) String before,
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') @Chars({' ', '\n', '.'}) String after) {
        Difference difference = comparison.compare(before, after);
        assertThat(without(difference, Change.ADDED)).isEqualTo(before);
        assertThat(without(difference, Change.REMOVED)).isEqualTo(after);
    }

    private static String without(Difference difference, Change change) {
        return difference.parts().stream()
                .filter(part -> part.change() != change)
                .map(Part::text)
                .collect(Collectors.joining());
    }
}
