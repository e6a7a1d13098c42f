package io.imprimatur.screening.internal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryDetectorTest {
    private static final StoryDetector DETECTOR = new StoryDetector();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A young man came in last night with a spear through his jaw.",
                "We had a little girl in the ED who had swallowed a whistle.",
                "my patient in room 4 woke up from her coma this morning",
                "OUR PATIENT WAS THE ONLY SURVIVOR OF THE CRASH.",
                "One of our patients, a retired fire chief, died yesterday.",
                "He was 23. Rollover. We coded him for an hour in bay 2.",
                "Our patient Rosa Delgado had surgery on Friday and went home."
            })
    void oneStoryIsOneFindingForAReviewer(String text) {
        assertThat(find(text)).singleElement().satisfies(finding -> {
            assertThat(finding.identifier()).isEqualTo(Identifier.STORY);
            assertThat(finding.severity()).isEqualTo(Severity.REVIEW);
            assertThat(finding.rule()).contains("164.514(b)(2)(ii)");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "A 45-year-old woman with AF on warfarin, INR 4.5: hold or vitamin K?",
                "If your child swallows a magnet, come in at once. A boy can die of it within a day.",
                "Patients tell us that the waiting is the worst.",
                "A patient may leave against medical advice at any time.",
                "Our new chief nurse started in 1998. She came in as an assistant.",
                "In 1967 a surgeon transplanted a heart into a man who lived for 18 days.",
                "Our patient safety team came in second last week. The baby shower is tonight."
            })
    void whatTellsOfNobodyIsNoStory(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void theFindingCoversTheTellingSentencesAndNoMore() {
        var told = "A man came in last night with an axe in his shoulder. He had walked two miles.";
        var text = "Winter is coming.\n\n" + told
                + "\n\nPlease wear gloves, everybody. You can get them free at every desk.";

        assertThat(find(text)).singleElement().satisfies(finding -> assertThat(
                        text.substring(finding.start(), finding.end()))
                .isEqualTo(told));
    }

    @Test
    void twoStoriesApartAreTwoFindings() {
        var story = "A man came in last night with an axe in his shoulder.";
        var advice = " You should wear gloves if you can.".repeat(6);

        assertThat(find(story + advice + " " + story)).hasSize(2);
    }

    @Property(tries = 200)
    void anyTextIsAnsweredWithPlacesInIt(@ForAll @StringLength(max = 2000) String text) {
        assertThat(find(text)).allSatisfy(finding -> assertThat(finding.end()).isLessThanOrEqualTo(text.length()));
    }

    @Test
    void aLongTextIsAnsweredInPassages() {
        assertThat(find("My patient died in bay 2 last night. ".repeat(2_700)))
                .isNotEmpty()
                .hasSizeLessThan(2_700);
    }

    private static List<Finding> find(String text) {
        return DETECTOR.find(new NormalText(text));
    }
}
