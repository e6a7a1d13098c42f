package io.imprimatur.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imprimatur.desk.pages.ComposeForm.ImageField;
import io.imprimatur.platform.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComposeFormTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-000000000002");

    private static ComposeForm form(String link, String publishAt) {
        return new ComposeForm(
                1,
                "ANNOUNCEMENT",
                " Title ",
                "Line\r\nline",
                link,
                List.of(new ImageField(FIRST, "first"), new ImageField(SECOND, "second")),
                List.of("newsroom"),
                Map.of(),
                publishAt,
                "");
    }

    @Test
    void takesTheTimeInTheZoneThatThePageNames() {
        assertThat(form("", "2031-07-01T09:30").toDraft(BERLIN).publishAt())
                .isEqualTo(Instant.parse("2031-07-01T07:30:00Z"));
    }

    @Test
    void keepsWhatBrowsersDoToLineEndsOutOfTheText() {
        assertThat(form("", "").toDraft(BERLIN).body()).isEqualTo("Line\nline");
    }

    @Test
    void refusesALinkThatIsNoAddressAndNamesItsField() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> form("not a link", "").toDraft(BERLIN))
                .returns("link", Refusal::field);
    }

    @Test
    void refusesAnUnknownKindAndNamesItsField() {
        var odd = new ComposeForm(1, "POEM", "", "", "", List.of(), List.of(), Map.of(), "", "");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> odd.toDraft(BERLIN))
                .returns("kind", Refusal::field);
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> form("", "tomorrow").toDraft(BERLIN))
                .returns("publishAt", Refusal::field);
    }

    @Test
    void letsAnImageChangePlacesWithTheOneBefore() {
        assertThat(form("", "").moveUp(1).images())
                .extracting(ImageField::mediaId)
                .containsExactly(SECOND, FIRST);
    }

    @Test
    void leavesTheImagesAloneWhenAButtonNamesNone() {
        assertThat(form("", "").moveUp(0).moveUp(7).remove(-1).remove(2)).isEqualTo(form("", ""));
    }

    @Test
    void takesAFormWithoutAnyField() {
        assertThat(new ComposeForm(null, null, null, null, null, null, null, null, null, null).channels())
                .isEmpty();
    }
}
