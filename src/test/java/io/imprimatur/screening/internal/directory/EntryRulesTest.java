package io.imprimatur.screening.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.internal.directory.EntryRules.Written;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryRulesTest {
    private static final EntryRules RULES = DirectoryFixture.rules();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "STAFF | Dr. Jane Roe, MD | Dr. Jane Roe, MD",
                "staff | Roe, Jane | Roe, Jane",
                "STAFF | Anh Do | Anh Do",
                "PHONE | (202) 555-0142 | (202) 555-0142",
                "EMAIL | @Clinic.Example | clinic.example",
                "EMAIL | Info@Clinic.Example | Info@clinic.example",
                "EMAIL | volunteers.springfield@gmail.com | volunteers.springfield@gmail.com",
                "DOMAIN | WWW.clinic.example | www.clinic.example",
                "ADDRESS | 12   Linden Avenue | 12 Linden Avenue",
                "LOCATION | Springfield campus | Springfield campus"
            })
    void takesWhatNamesTheOrganisationsOwn(String kind, String value, String kept) {
        assertThat(RULES.checked(written(kind, value)).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kind-unknown | PET | Rex",
                "value-missing | STAFF | ~  ~",
                "name-incomplete | STAFF | Roe",
                "name-incomplete | STAFF | Dr. Roe",
                "name-incomplete | STAFF | Roe, MD",
                "name-incomplete | STAFF | Jane Roe 2",
                "phone-invalid | PHONE | reception",
                "phone-invalid | PHONE | 12",
                "email-invalid | EMAIL | =cmd@clinic.example",
                "domain-invalid | EMAIL | jane roe",
                "domain-of-many | EMAIL | gmail.com",
                "domain-of-many | EMAIL | @GMAIL.com",
                "domain-of-many | DOMAIN | co.uk",
                "domain-of-many | DOMAIN | facebook.com",
                "domain-invalid | DOMAIN | https://clinic.example/visit",
                "domain-invalid | DOMAIN | com",
                "address-incomplete | ADDRESS | Springfield",
                "address-incomplete | ADDRESS | 12",
                "location-too-short | LOCATION | A",
                "text-invalid | LOCATION | =HYPERLINK(1)",
                "text-invalid | LOCATION | -Springfield",
                "text-invalid | STAFF | @Jane Roe"
            })
    void refusesWhatIsTooGeneralOrNone(String code, String kind, String value) {
        refuses(code, written(kind, value));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "day-invalid, -, -",
                "day-invalid, 12 May 2031, -",
                "day-invalid, 2031-02-30, -",
                "day-invalid, 2031-05-12, tomorrow",
                "event-ends-first, 2031-05-12, 2031-05-11",
                "event-too-long, 2031-05-12, 2031-08-12"
            })
    void anEventHasDaysInTheirOrderAndNotTooMany(String code, @Nullable String from, @Nullable String until) {
        refuses(code, new Written("EVENT", "Open house", from, until, null));
    }

    @Test
    void onlyEventsHaveDaysAndAPlace() {
        refuses("no-event", new Written("STAFF", "Jane Roe", "2031-05-12", null, null));
        refuses("no-event", new Written("PHONE", "+1 202 555 0142", null, null, "Main hall"));
    }

    @Test
    void refusesWhatIsTooLongOrCannotBePrinted() {
        refuses("too-long", written("LOCATION", "a".repeat(201)));
        refuses("text-invalid", written("LOCATION", "Spring\u0007field"));
    }

    @Test
    void theSameIsTheSameHoweverItIsWritten() {
        assertThat(key("PHONE", "(202) 555-0142")).isEqualTo(key("PHONE", "+1 202 555 0142"));
        assertThat(key("STAFF", "Dr. Ren\u00e9 Roe")).isEqualTo(key("STAFF", "DR RENE ROE"));
        assertThat(key("EMAIL", "@clinic.example")).isEqualTo(key("EMAIL", "Clinic.example"));
        assertThat(key("LOCATION", "clinic.example")).isNotEqualTo(key("DOMAIN", "clinic.example"));
    }

    private static String key(String kind, String value) {
        return EntryKeys.of(RULES.checked(written(kind, value)), "US");
    }

    private static void refuses(String code, Written written) {
        assertThatThrownBy(() -> RULES.checked(written))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo(code);
    }

    private static Written written(String kind, String value) {
        return new Written(kind, value, null, null, null);
    }
}
