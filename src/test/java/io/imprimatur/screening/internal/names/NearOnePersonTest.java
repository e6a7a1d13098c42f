package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.NormalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearOnePersonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "My doctor in Dayton retired.",
                "72F from Dayton with chest pain",
                "A man from Dayton came in.",
                "She grew up in Dayton.",
                "She is well. Thanks for asking. Dayton is home."
            })
    void aTownBesideSomebodyCounts(String text) {
        assertThat(new NearOnePerson(new NormalText(text)).speaksOfSomebody(text.indexOf("Dayton")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our clinic in Dayton opens in May.",
                "Patients from Dayton park for free.",
                "He is well. Spring is here. Gardens bloom. Birds sing. Visit us in Dayton."
            })
    void aTownBesideNobodyDoesNot(String text) {
        assertThat(new NearOnePerson(new NormalText(text)).speaksOfSomebody(text.indexOf("Dayton")))
                .isFalse();
    }

    @Test
    void whoIsNamedIsSomebody() {
        var text = "Meet Rosa Delgado. Dayton is where it began.";
        var near = new NearOnePerson(new NormalText(text));
        assertThat(near.speaksOfSomebody(text.indexOf("Dayton"))).isFalse();

        near.mention(text.indexOf("Rosa"));

        assertThat(near.speaksOfSomebody(text.indexOf("Dayton"))).isTrue();
        assertThat(near.speaksOfAPatient(text.indexOf("Dayton"))).isFalse();
    }

    @Test
    void aPatientIsToldFromAnyoneElse() {
        var text = "Pt lives in Dayton. My friend is in Akron.";
        var near = new NearOnePerson(new NormalText(text));

        assertThat(near.speaksOfAPatient(text.indexOf("Dayton"))).isTrue();
        assertThat(near.speaksOfAPatient(text.indexOf("Akron"))).isFalse();
    }
}
