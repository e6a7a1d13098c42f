package io.imprimatur.screening.internal.normal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final int MOST_TIMES = 4;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "six one seven, double five five | 617 555",
                "five-five-five zero oh one two | 5550012",
                "area code six one seven and then 555 0142 | 617  555 0142",
                "6 1 7 5 5 5 0 1 4 2 | 6175550142",
                "2 1 9 - 0 9 - 4 4 7 1 | 219-09-4471",
                "2.1.9.0.9.4.4.7.1 | 219094471",
                "M R N | MRN",
                "6l7-555-Ol42 | 617-555-0142",
                "61<b>7</b>-555 | 617-555",
                "rosie%40gmail.com | rosie@gmail.com",
                "617 (dot) 555 | 617.555",
                "TVJOOiAwMDQ4MjkxMw== | MRN: 00482913"
            })
    void hiddenNumbersAreReadAsMeant(String typed, String read) {
        assertThat(Reading.of(NormalForm.of(typed)))
                .first()
                .satisfies(reading -> assertThat(reading.text().text()).contains(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call five people.",
                "Take one or two tablets.",
                "We meet at 9 or 10.",
                "Follow the 5-2-1-0 rule.",
                "1 2 3 4 5 6 7 8 9",
                "a hospitalization of internationally renowned otolaryngologists",
                "100% of 50% is 50%.",
                "Is 4 < 5 and 7 > 3?"
            })
    void ordinaryWordsHaveOneReading(String typed) {
        assertThat(Reading.of(NormalForm.of(typed))).isEmpty();
    }

    @Test
    void whatWasEncodedPointsToTheWholeOfItsCode() {
        var code = Base64.getEncoder().encodeToString("SSN 219-09-4471".getBytes(StandardCharsets.UTF_8));
        var typed = "note " + code + " end";
        var reading = Reading.of(NormalForm.of(typed)).get(0);
        int at = reading.text().text().indexOf("219");

        assertThat(reading.isRewritten(at, at + 11)).isTrue();
        assertThat(typed.substring(
                        reading.text().originalStart(at), reading.text().originalEnd(at + 11)))
                .isEqualTo(code);
    }

    @Test
    void whatIsEncodedTwiceIsReadToo() {
        var once = Base64.getEncoder().encodeToString("SSN 219-09-4471".getBytes(StandardCharsets.UTF_8));
        var twice = Base64.getEncoder().encodeToString(once.getBytes(StandardCharsets.UTF_8));

        assertThat(Reading.of(NormalForm.of(twice)))
                .last()
                .satisfies(reading -> assertThat(reading.text().text()).contains("SSN 219-09-4471"));
    }

    @Property(tries = 300)
    void readingsAreFewAndGrowNoFasterThanTheText(@ForAll @StringLength(max = 2000) String typed) {
        var readings = Reading.of(NormalForm.of(typed));

        assertThat(readings).hasSizeLessThanOrEqualTo(2);
        assertThat(readings).allSatisfy(reading -> {
            int length = reading.text().text().length();
            assertThat(length).isLessThanOrEqualTo(MOST_TIMES * typed.length() + 4);
            for (int at = 0; at < length; at++) {
                assertThat(reading.text().originalStart(at)).isBetween(0, typed.length());
                assertThat(reading.text().originalEnd(at + 1)).isBetween(0, typed.length());
            }
        });
    }
}
