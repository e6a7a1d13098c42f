package io.imprimatur.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    /** RFC 8785 section 3.2.3: names sort by their UTF-16 code units. */
    @Test
    void sortsNamesAsTheStandardDoes() {
        var json = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(text(json))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785 section 3.2.2.2. */
    @Test
    void escapesNoMoreThanTheStandardDoes() {
        assertThat(text(Map.of("s", "€$\017\nA'B\"\\\\\"/")))
                .isEqualTo("{\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void writesNothingWhereNothingIs() {
        var json = new TreeMap<String, Object>(Map.of("b", true, "a", Arrays.asList(1, null, List.of())));
        assertThat(text(json)).isEqualTo("{\"a\":[1,null,[]],\"b\":true}");
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("a", "x\ud800y"))).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesWhatHasNoJsonForm() {
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("a", Collections.singletonMap("b", new Object()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void doesNotDependOnTheOrderOfNames(@ForAll Map<Integer, Integer> numbers) {
        var upwards = new TreeMap<String, Integer>();
        numbers.forEach((name, value) -> upwards.put(String.valueOf(name), value));
        assertThat(text(upwards.descendingMap())).isEqualTo(text(upwards));
    }

    private static String text(Map<String, ?> json) {
        return new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8);
    }
}
