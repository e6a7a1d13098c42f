package io.imprimatur.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
    @Test
    void aFindingAboutAnImageAsAWholeHasNoPlaceInAText() {
        var whole = Finding.ofWhole(Identifier.PHOTO, Severity.REVIEW);

        assertThat(whole.isOfWhole()).isTrue();
        assertThat(whole.overlaps(Finding.of(Identifier.DATE, 0, 4, Severity.REVIEW)))
                .isFalse();
        assertThat(Finding.of(Identifier.DATE, 0, 4, Severity.REVIEW).isOfWhole())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1,3", "3,3", "4,2"})
    void aPlaceInATextHoldsSomething(int start, int end) {
        assertThatIllegalArgumentException().isThrownBy(() -> Finding.of(Identifier.DATE, start, end, Severity.REVIEW));
    }

    @ParameterizedTest
    @CsvSource({
        "STORY,Could someone who knows them recognise them?",
        "PHOTO,'Is nobody in this picture recognisable, or is everybody''s written consent on file?'",
        "PHONE,Why may it go out?"
    })
    void eachIdentifierAsksItsQuestion(Identifier identifier, String question) {
        assertThat(identifier.question()).isEqualTo(question);
    }
}
