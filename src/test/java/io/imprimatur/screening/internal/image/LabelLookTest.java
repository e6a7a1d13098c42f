package io.imprimatur.screening.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelLookTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DOE, JANE F\nDOB 03/14/1952 MRN 48211936\nADM 10/02/2024 DR SMITH",
                "DOE, JANE\n03/14/1952",
                "Patient Name: ________\nDate of birth: 4 May",
                "Rx 7741234 AMOXICILLIN 500 mg\nTAKE 1 CAPSULE\nQTY 21 Refills 0",
                "O'NEIL, MARY-ANN 72 F\nDOB",
                "SMITH JANE\n48211936\nWARD 4 BED 2\n12/03/1961",
                "Specimen collected 10/02/2024",
            })
    void wristbandsLabelsAndFormsAreRecognised(String text) {
        assertThat(LabelLook.matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Flu shots for everyone\nMonday to Friday, 8 am to 4 pm\nCall us on (202) 555-0142",
                "OPEN DAY\n12/05/2031\nLINDENHOF HOSPITAL",
                "Know your dose: take no more than the leaflet says",
                "BOSTON, MA\nSATURDAY 10 AM\nRUN FOR HEARTS",
                "Our nurses answer patient questions",
                "",
            })
    void postersAreNot(String text) {
        assertThat(LabelLook.matches(text)).isFalse();
    }
}
