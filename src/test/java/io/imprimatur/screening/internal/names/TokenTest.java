package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void wordsAndMarksStandApart() {
        assertThat(words("Dr. O'Brien's 45yo pt (MRN-77)"))
                .containsExactly("Dr", ".", "O", "'", "Brien", "'", "s", "45yo", "pt", "(", "MRN", "-", "77", ")");
    }

    @Test
    void joinedWordsBehindATagArePartedAtTheirCapitals() {
        assertThat(words("#PrayForEmmaLopez @JaneRoeMD MacBook"))
                .containsExactly("#", "Pray", "For", "Emma", "Lopez", "@", "Jane", "Roe", "MD", "MacBook");
    }

    @Test
    void accentsStayWithTheirLetters() {
        assertThat(words("Zoe\u0308 Núñez")).containsExactly("Zoe\u0308", "Núñez");
    }

    @Property(tries = 300)
    void tokensAreInOrderWithinTheTextAndHaveLetters(@ForAll @StringLength(max = 300) String text) {
        int end = 0;
        for (var token : Token.of(text, 0, text.length())) {
            assertThat(token.start()).isGreaterThanOrEqualTo(end);
            assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
            end = token.end();
        }
    }

    private static List<String> words(String text) {
        return Token.of(text, 0, text.length()).stream()
                .map(token -> token.in(text))
                .toList();
    }
}
