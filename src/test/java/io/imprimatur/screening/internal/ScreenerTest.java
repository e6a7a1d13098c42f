package io.imprimatur.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.ScreeningUnavailable;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenerTest {
    private static final Screener SCREENER = ScreenerFixture.rulesAlone();
    private static final Screener WITH_OWN = ScreenerFixture.rulesAlone(
            "own.phones[0]", "(617) 555-0100",
            "own.phones[1]", "+44 20 7946 0000",
            "own.domains[0]", "Clinic-Example.com",
            "own.email-domains[0]", "clinic-example.com",
            "own.addresses[0]", "120 Main Street, Suite 400, Boston, MA 02115");

    @Test
    void aDetectorThatFailsLeavesNoAnswer() {
        Detector broken = detector("broken", text -> {
            throw new IllegalStateException("about " + text);
        });

        assertThatThrownBy(() -> screener(broken).screen("Her secret"))
                .isInstanceOf(ScreeningUnavailable.class)
                .hasMessageContaining("broken")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void aDetectorThatPointsOutsideTheTextLeavesNoAnswer() {
        var astray = detector("astray", text -> List.of(Finding.of(Identifier.NAME, 2, 99, Severity.REVIEW)));

        assertThatThrownBy(() -> screener(astray).screen("short")).isInstanceOf(ScreeningUnavailable.class);
    }

    @Test
    void aFurtherDetectorTakesPart() {
        var further = detector("further", text -> List.of(Finding.of(Identifier.NAME, 0, 4, Severity.REVIEW)));

        assertThat(screener(further).screen("Jane is here").verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void aTextBeyondTheBoundIsRefused() {
        var screener = ScreenerFixture.rulesAlone("max-text-length", "10");

        assertThat(screener.screen("abcdefghij").verdict()).isEqualTo(Verdict.CLEAR);
        assertThatThrownBy(() -> screener.screen("abcdefghij "))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind().status()).isEqualTo(413));
    }

    @Test
    void moreFindingsThanCanBeListedBlock() {
        var screening = ScreenerFixture.rulesAlone("max-findings", "2")
                .screen("Join us on 12 May, 13 June, 14 July or write to jane@gmail.com.");

        assertThat(screening.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(screening.findings())
                .extracting(Finding::identifier)
                .containsExactly(Identifier.DATE, Identifier.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call us at 617-555-0100.",
                "Call us at +1 (617) 555 0100 ext. 12.",
                "Fax: 617.555.0100",
                "From abroad: +44 20 7946 0000",
                "Write to info@clinic-example.com or jane.roe@mail.clinic-example.com.",
                "See https://www.clinic-example.com/visit and http://clinic-example.com.",
                "Find us at 120 Main Street, Suite 400, Boston, MA 02115.",
                "Find us at 120 MAIN STREET.",
                "Boston, MA 02115"
            })
    void whatTheOrganisationOwnsIsInformation(String text) {
        var screening = WITH_OWN.screen(text);

        assertThat(screening.verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(screening.findings()).isNotEmpty().allMatch(finding -> finding.severity() == Severity.INFORMATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call us at 617-555-0101.",
                "Write to info@not-clinic-example.com.",
                "See https://clinic-example.com.evil.co/visit.",
                "Find us at 121 Main Street.",
                "https://www.clinic-example.com/view?mrn=123456"
            })
    void whatOnlyLooksLikeTheOrganisationsOwnIsFound(String text) {
        assertThat(WITH_OWN.screen(text).findings()).singleElement().matches(Finding::needsAnswer);
    }

    @Test
    void anOwnPhoneThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> ScreenerFixture.rulesAlone("own.phones[0]", "reception"))
                .hasStackTraceContaining("imprimatur.screening.own.phones");
    }

    @Test
    void theDefaultRegionDecidesHowNationalNumbersAreRead() {
        var london = ScreenerFixture.rulesAlone("default-region", "GB", "own.phones[0]", "+44 20 7946 0000");

        assertThat(london.screen("Visit us or ring 020 7946 0000.").verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(london.screen("She wrote 020 7946 0958 on it.").verdict()).isEqualTo(Verdict.BLOCK);
    }

    @Test
    void oneFindingIsLeftOfTwoForTheSamePlace() {
        assertThat(SCREENER.screen("Fax: 617-555-0199").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.identifier()).isEqualTo(Identifier.FAX));
        assertThat(SCREENER.screen("Member ID 123456789").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.identifier()).isEqualTo(Identifier.HEALTH_PLAN));
    }

    @Test
    void theSurerStaysAndWhatSticksOutOfItToo() {
        var blocked = Finding.of(Identifier.PHONE, 5, 10, Severity.BLOCK);
        var longer = Finding.of(Identifier.GEOGRAPHIC, 0, 12, Severity.REVIEW);
        var covered = Finding.of(Identifier.DATE, 6, 9, Severity.REVIEW);
        var beside = Finding.of(Identifier.DATE, 11, 14, Severity.REVIEW);

        assertThat(Overlaps.settle(List.of(covered, longer, beside, blocked)))
                .containsExactlyInAnyOrder(blocked, longer, beside);
    }

    @Test
    void offsetsCountUtf16UnitsOfTheOriginalText() {
        var text = "\uD83D\uDE00\u200B SSN \uFF12\uFF11\uFF12-09-9999\u200B!";

        assertThat(SCREENER.screen(text).findings()).singleElement().satisfies(finding -> assertThat(
                        text.substring(finding.start(), finding.end()))
                .isEqualTo("\uFF12\uFF11\uFF12-09-9999"));
    }

    @Test
    void anEventsDateNeedsALookAndAPatientsDateBlocks() {
        assertThat(SCREENER.screen("Join us on 12 May.").verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(SCREENER.screen("Born on 12 May.").verdict()).isEqualTo(Verdict.BLOCK);
    }

    private static Screener screener(Detector... detectors) {
        var properties = ScreenerFixture.properties();
        return new DefaultScreener(List.of(detectors), ScreenerFixture.own(properties), properties);
    }

    private interface Find {
        List<Finding> in(String text);
    }

    private static Detector detector(String name, Find find) {
        return new Detector() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Finding> find(NormalText normal) {
                return find.in(normal.text());
            }
        };
    }
}
