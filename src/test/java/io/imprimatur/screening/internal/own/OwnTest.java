package io.imprimatur.screening.internal.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import io.imprimatur.screening.internal.directory.EntryKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is relieved as the organisation's own; the finding stands in brackets. */
class OwnTest {
    private static final Clock SPRING_2031 = Clock.fixed(Instant.parse("2031-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Own OWN = new Own(
            List.of(
                    DirectoryEntry.of(EntryKind.STAFF, "Dr. Jane Roe, MD"),
                    DirectoryEntry.of(EntryKind.STAFF, "Anh Do"),
                    DirectoryEntry.of(EntryKind.STAFF, "Ms. María-José van der Berg, RN, BSN"),
                    DirectoryEntry.of(EntryKind.STAFF, "O'Neil, Patrick Sean"),
                    DirectoryEntry.of(EntryKind.PHONE, "(617) 555-0100"),
                    DirectoryEntry.of(EntryKind.EMAIL, "clinic.example"),
                    DirectoryEntry.of(EntryKind.EMAIL, "volunteers@mail.example"),
                    DirectoryEntry.of(EntryKind.DOMAIN, "clinic.example"),
                    DirectoryEntry.of(EntryKind.ADDRESS, "12 Linden Avenue, Springfield"),
                    DirectoryEntry.of(EntryKind.LOCATION, "Springfield campus"),
                    DirectoryEntry.of(EntryKind.LOCATION, "Shelbyville"),
                    event("Open house", "2031-05-12", "2031-05-12", "Riverside Hall"),
                    event("Health week", "2031-06-28", "2031-07-04", null),
                    event("Winter market", "2031-12-20", "2032-01-06", null),
                    event("An old one", "2029-04-09", "2029-04-09", null)),
            "US",
            SPRING_2031);

    private static DirectoryEntry event(String name, String from, String until, @Nullable String place) {
        return new DirectoryEntry(EntryKind.EVENT, name, LocalDate.parse(from), LocalDate.parse(until), place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Meet [Dr. Jane Roe] on Monday.",
                "Meet Dr. [Jane Roe], our new cardiologist.",
                "Meet [Jane Roe, MD], at the open house.",
                "[JANE ROE] joins us.",
                "[jane roe] joins us.",
                "[Jane M. Roe] joins us.",
                "Welcome [J. Roe]!",
                "Dr. [Roe] explains what to eat.",
                "Dr [Roe] explains what to eat.",
                "[Dr. Roe]'s new book is out.",
                "[Dr. Roe's] new book is out.",
                "[Jane Roe's] new book is out.",
                "Drs. [Do] and [Roe] explain what to eat.",
                "Professor [Roe] leads our stroke unit.",
                "[Anh Do] runs our kitchen.",
                "[Roe, Jane]: head of cardiology",
                "Meet [Jane] Roe on Monday.",
                "Meet Jane [Roe] on Monday.",
                "[Maria-Jose van der Berg] and her team won.",
                "Ms. [van der Berg] and her team won.",
                "Ask [Patrick O\u2019Neil] or [Patrick S. O'Neil].",
                "[Dr. Roe] diagnosed the first case of measles in 1998.",
                "[Dr. Roe] treats patients who were admitted with a stroke.",
                "[Jane Roe] is a patient advocate at our main campus.",
                "[Jane Roe], our patient experience manager, answers.",
                "[Dr. Jane Roe] has performed surgery here for 20 years.",
                "[Dr. Roe] is an expert in diabetes and heart surgery.",
                "[Dr. Roe] joined us in 2019. She treats children with asthma.",
                "Patients praise [Dr. Roe] for listening.",
                "Ask your doctor or [Dr. Roe] about the vaccine."
            })
    void staffAtWorkIsInformation(String text) {
        assertThat(relieved(text, Identifier.NAME, Severity.BLOCK)).containsOnly(Severity.INFORMATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Roe] explains what to eat.",
                "Mrs. [Roe] explains what to eat.",
                "[Jane] explains what to eat.",
                "[Dr. Jane Doe] explains what to eat.",
                "[Mary Jane Roe] explains what to eat.",
                "Then Mary Jane [Roe] came.",
                "[Jane Roe-Smith] explains what to eat.",
                "[K. Roe] explains what to eat."
            })
    void whoeverIsNotOnTheStaffStaysAFinding(String text) {
        assertThat(relieved(text, Identifier.NAME, Severity.BLOCK)).containsOnly(Severity.BLOCK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Dr. Jane Roe] was admitted on Monday.",
                "Our colleague [Jane Roe] is recovering from surgery.",
                "[Jane Roe], a patient on ward 3, thanks you.",
                "[Jane Roe] was once a patient here.",
                "[Jane Roe] is one of our patients.",
                "Our patient [Jane Roe] went home.",
                "Patient: [Jane Roe]",
                "Patient name: Dr. [Jane Roe]",
                "We treated our own nurse [Jane Roe] last year.",
                "[Dr. Roe] underwent a biopsy.",
                "[Jane Roe] has had a stroke.",
                "[Dr. Roe], head of cardiology at our main campus, was diagnosed with lymphoma.",
                "[Dr. Roe]'s recovery goes well.",
                "[Dr. Roe's] diagnosis was a shock.",
                "[Jane Roe], 45, of Springfield",
                "[Jane Roe] (45) thanks everybody.",
                "[Jane Roe], recovering at home, thanks everybody.",
                "Get well soon, [Dr. Roe]!",
                "[Jane Roe] died on Sunday.",
                "[Dr. Roe] is in intensive care.",
                "[Dr. Roe] had an accident. She is in hospital now.",
                "[Jane Roe] beat breast cancer.",
                "Lab result of [Jane Roe], DOB to be asked."
            })
    void staffAsPatientsStayFindings(String text) {
        assertThat(relieved(text, Identifier.NAME, Severity.REVIEW)).containsOnly(Severity.REVIEW);
    }

    @Test
    void aRecordNumberInTheSentenceMakesAColleagueAPatient() {
        var text = "Jane Roe, number 12345. Dr. Roe explains what to eat.";
        var findings = List.of(
                Finding.of(Identifier.NAME, 0, 8, Severity.BLOCK),
                Finding.of(Identifier.MRN, 17, 22, Severity.BLOCK),
                Finding.of(Identifier.NAME, 24, 31, Severity.BLOCK));

        assertThat(OWN.relieved(findings, new NormalText(text)))
                .extracting(Finding::severity)
                .containsExactly(Severity.BLOCK, Severity.BLOCK, Severity.INFORMATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Join us on [May 12].",
                "Join us on [May 12th, 2031].",
                "Join us on [Monday, May 12, 2031].",
                "Join us on [Mon., May 12].",
                "Join us on [12 May].",
                "Join us on [12th of May 2031].",
                "Join us on [5/12/2031].",
                "Join us on [5/12].",
                "Join us on [05-12-31].",
                "Join us on [12.5.2031].",
                "Join us on [2031-05-12].",
                "Join us on [2031-05-12T10:00].",
                "Health week: [June 28 to July 4, 2031]",
                "Health week: [June 28-30]",
                "Health week: [29 and 30 June]",
                "Open until [January 6].",
                "Open house in [May 2031]!",
                "Open [December 20 - January 6]."
            })
    void datesOfAnnouncedEventsAreInformation(String text) {
        assertThat(relieved(text, Identifier.DATE, Severity.REVIEW)).containsOnly(Severity.INFORMATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Join us on [May 13].",
                "Join us on [May 12, 2030].",
                "Join us on [Tuesday, May 12].",
                "Join us on [12/5/2031].",
                "Join us from [May 12 to 13].",
                "Health week: [June 27-30]",
                "She came on [April 9].",
                "Open in [June 2031].",
                "She was admitted on [May 12].",
                "My patient came on [May 12].",
                "Join us on [February 30]."
            })
    void otherDatesStayFindings(String text) {
        assertThat(relieved(text, Identifier.DATE, Severity.REVIEW)).containsOnly(Severity.REVIEW);
    }

    @Test
    void aDateThatIsSurelyAPatientsStaysEvenWithinAnEvent() {
        assertThat(relieved("It was [May 12].", Identifier.DATE, Severity.BLOCK))
                .containsOnly(Severity.BLOCK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Come to our [Springfield campus].",
                "Come to our [Springfield] campus.",
                "Come to the [Springfield Campus] on Monday.",
                "Parking is free in [Shelbyville].",
                "The [Shelbyville Clinic] is open.",
                "See you at [Riverside Hall]!",
                "Find us at [12 Linden Avenue].",
                "Parking is free in [Springfield].",
                "Find us at [12 LINDEN AVENUE, Springfield]."
            })
    void ownPlacesAreInformation(String text) {
        assertThat(relieved(text, Identifier.GEOGRAPHIC, Severity.REVIEW)).containsOnly(Severity.INFORMATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Parking is free in [Ogdenville].",
                "She lives in [Springfield].",
                "She lives in [Shelbyville].",
                "A man from [Shelbyville] thanked us.",
                "My patient took the bus in [Shelbyville].",
                "Find us at [5 Elm Street, Shelbyville].",
                "Find us at [13 Linden Avenue]."
            })
    void otherPlacesStayFindings(String text) {
        assertThat(relieved(text, Identifier.GEOGRAPHIC, Severity.REVIEW)).containsOnly(Severity.REVIEW);
    }

    @Test
    void ownNumbersMailboxesAndDomainsAreInformation() {
        assertThat(relieved("Call [617-555-0100].", Identifier.PHONE, Severity.BLOCK))
                .containsOnly(Severity.INFORMATION);
        assertThat(relieved("Fax [+1 617 555 0100].", Identifier.FAX, Severity.BLOCK))
                .containsOnly(Severity.INFORMATION);
        assertThat(relieved("Ask [a.b@mail.clinic.example].", Identifier.EMAIL, Severity.BLOCK))
                .containsOnly(Severity.INFORMATION);
        assertThat(relieved("Ask [Volunteers@mail.example].", Identifier.EMAIL, Severity.BLOCK))
                .containsOnly(Severity.INFORMATION);
        assertThat(relieved("Ask [jane@mail.example].", Identifier.EMAIL, Severity.BLOCK))
                .containsOnly(Severity.BLOCK);
        assertThat(relieved("See [https://www.clinic.example/a].", Identifier.URL, Severity.REVIEW))
                .containsOnly(Severity.INFORMATION);
    }

    private static List<Severity> relieved(String marked, Identifier identifier, Severity severity) {
        var text = new StringBuilder();
        var findings = new ArrayList<Finding>();
        int start = 0;
        for (char unit : marked.toCharArray()) {
            if (unit == '[') {
                start = text.length();
            } else if (unit == ']') {
                findings.add(Finding.of(identifier, start, text.length(), severity));
            } else {
                text.append(unit == '\u2019' ? '\'' : unit);
            }
        }
        return OWN.relieved(findings, new NormalText(text.toString())).stream()
                .map(Finding::severity)
                .toList();
    }
}
