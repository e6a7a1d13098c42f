package io.imprimatur.screening.internal.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "１２３－４５ | 123-45",
                "①②③ ⓪ ❹ | 123 0 4",
                "6️⃣1️⃣7️⃣➖5️⃣ | 617-5",
                "M\u200BR\u2060N\u00AD | MRN",
                "M\u0336R\u0336N\u0336 | MRN",
                "МRN ЅЅN | MRN SSN",
                "Rοѕa Dеlgado | Rosa Delgado",
                "ᴍʀɴ 🅼🆁🅽 | mrn MRN",
                "&#54;&#x31;&period;7 &amp; | 61.7 &",
                "617\\u002d555 | 617-555",
                "Jose\u0301 | José",
                "½ tablet | ½ tablet"
            })
    void plainIsWhatIsMeant(String typed, String plain) {
        assertThat(NormalForm.of(typed).text()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Здоровье ваших детей",
                "Η υγεία των παιδιών σας",
                "בריאות",
                "β-blocker",
                "AT&T and R&D",
                "100&nbspx"
            })
    void wordsOfOtherScriptsStay(String typed) {
        assertThat(NormalForm.of(typed).text()).isEqualTo(typed);
    }

    @Test
    void aPlaceInThePlainFormIsKnownInTheOriginal() {
        var typed = "id: &#49;\u200B２\uD835\uDFD1!";
        var form = NormalForm.of(typed);
        int at = form.text().indexOf("123");

        assertThat(typed.substring(form.originalStart(at), form.originalEnd(at + 3)))
                .isEqualTo("&#49;\u200B２\uD835\uDFD1");
    }
}
