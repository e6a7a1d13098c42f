package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"Ohio", "OHIO", "OH", "New Hampshire", "Canada", "the Philippines", "Europe", "U.S.", "Vietnam"})
    void statesAndWhatIsLargerAreNoIdentifiers(String name) {
        assertThat(Regions.isStateOrLarger(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dayton", "Dayton, OH", "Cook County", "Jersey", "oh", "in", "me", "Ohio City"})
    void whatIsSmallerIsOne(String name) {
        assertThat(Regions.isStateOrLarger(name)).isFalse();
    }
}
