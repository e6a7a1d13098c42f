package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedicalTermsTest {
    private static final MedicalTerms TERMS = MedicalTerms.read();

    @ParameterizedTest
    @CsvSource({
        "Bell's palsy came first, 4",
        "baker’s cysts, 4",
        "Child-Pugh B, 3",
        "Cushing's workup, 1",
        "Mr Cushing called, 0",
        "Bell palsy, 2",
        "Ozempic or Jardiance, 2",
        "Mrs. Baker has a cyst, 0",
        "Murphy called, 0",
        "Murphy's sign, 4"
    })
    void termsAreFoundInWhateverFormAndNothingElse(String text, int words) {
        assertThat(TERMS.in(Token.of(text, 0, text.length()), text).cardinality())
                .isEqualTo(words);
    }
}
