package io.imprimatur.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.platform.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2027-03-27T09:00, Europe/Berlin, 2027-03-27T08:00:00Z",
        "2027-03-29T09:00, Europe/Berlin, 2027-03-29T07:00:00Z",
        "2027-03-14T01:59, America/New_York, 2027-03-14T06:59:00Z",
        "2027-03-14T03:00, America/New_York, 2027-03-14T07:00:00Z",
        "2027-06-01T12:00, Asia/Kolkata, 2027-06-01T06:30:00Z"
    })
    void isWhatClocksThereShowBeforeAndAfterTheyChange(String local, String zone, String instant) {
        assertThat(PublicationTime.at(local, PublicationTime.zone(zone))).isEqualTo(Instant.parse(instant));
    }

    @Test
    void thatClocksSkipIsRefused() {
        assertThatThrownBy(() -> PublicationTime.at("2027-03-28T02:30", BERLIN))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("publish-at-skipped"));
    }

    @Test
    void thatClocksShowTwiceIsTheFirstOne() {
        assertThat(PublicationTime.at("2027-10-31T02:30", BERLIN)).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2027-13-01T09:00", "2027-02-30T09:00", "2027-01-01"})
    void thatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> PublicationTime.at(text, BERLIN))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("publish-at-invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Berlin", "Europe/Atlantis", "+25:00"})
    void inAnUnknownZoneIsRefused(String zone) {
        assertThatThrownBy(() -> PublicationTime.zone(zone))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("time-zone-unknown"));
    }

    @Property
    void isShownByTheClocksOfItsZoneAsItWasChosen(@ForAll @IntRange(max = 525_599) int minuteOfYear) {
        var chosen = LocalDateTime.of(2027, 1, 1, 0, 0).plusMinutes(minuteOfYear);
        if (BERLIN.getRules().getValidOffsets(chosen).isEmpty()) {
            return;
        }
        assertThat(LocalDateTime.ofInstant(PublicationTime.at(chosen.toString(), BERLIN), BERLIN))
                .isEqualTo(chosen);
    }
}
