package io.imprimatur.screening.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.internal.directory.BadRows.BadRow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryCsvTest {
    private static final DirectoryCsv CSV = DirectoryFixture.csv(Map.of());

    @Test
    void readsWhatRfc4180Allows() {
        assertThat(read("\uFEFFkind,value,from,until,place\r\n"
                        + "staff,\"Dr. Jane Roe, MD\",,,\r\n"
                        + "\r\n"
                        + "PHONE, +1 202 555 0142 \r\n"
                        + "EVENT,\"The \"\"big\"\"\r\nopen house\",2031-05-12,,Main hall\r\n"))
                .containsExactly(
                        DirectoryEntry.of(EntryKind.STAFF, "Dr. Jane Roe, MD"),
                        DirectoryEntry.of(EntryKind.PHONE, "+1 202 555 0142"),
                        new DirectoryEntry(
                                EntryKind.EVENT,
                                "The \"big\" open house",
                                LocalDate.of(2031, 5, 12),
                                LocalDate.of(2031, 5, 12),
                                "Main hall"));
    }

    @Test
    void takesTheColumnsInAnyOrderAndWithoutThoseOfEvents() {
        assertThat(read("Value,KIND\nclinic.example,DOMAIN"))
                .containsExactly(DirectoryEntry.of(EntryKind.DOMAIN, "clinic.example"));
    }

    @Test
    void namesEveryBadRowWithItsLineAndQuotesNothing() {
        assertThatThrownBy(() ->
                        read("kind,value,from,until,place\nSTAFF,Roe\nSTAFF,\"Jane\nRoe\"\n\nPET,Rex\nPHONE,reception\n"
                                + "EVENT,Fair,soon\nSTAFF,Jane Roe,2031-01-01\nDOMAIN,a.example,,,,x\n"))
                .asInstanceOf(type(BadRows.class))
                .satisfies(bad -> {
                    assertThat(bad.rows()).extracting(BadRow::line).containsExactly(2L, 6L, 7L, 8L, 9L, 10L);
                    assertThat(bad.sentence())
                            .startsWith("Nothing was imported. Line 2: Give first name and surname;")
                            .endsWith(" And 1 more.")
                            .doesNotContain("Roe", "Rex", "reception");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "STAFF,Jane Roe",
                "kind",
                "kind,value,kind",
                "kind,value,email",
                "kind;value\nSTAFF;Jane Roe"
            })
    void saysWhichColumnsTheFirstLineNames(String file) {
        assertThatThrownBy(() -> read(file))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo("csv-header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind,value\nSTAFF,\"Jane Roe", "kind,value\nSTAFF,\"Jane\" Roe\n"})
    void refusesAMisplacedQuotationMark(String file) {
        assertThatThrownBy(() -> read(file))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo("csv-invalid");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThatThrownBy(() -> CSV.read("kind,value\nSTAFF,Ren\u00e9 Roe".getBytes(StandardCharsets.ISO_8859_1)))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo("csv-not-utf-8");
    }

    @Test
    void boundsRowsAndBytes() {
        var small = DirectoryFixture.csv(Map.of(
                "imprimatur.screening.directory.max-entries", "1",
                "imprimatur.screening.directory.max-import-size", "60B"));

        assertThatThrownBy(() -> small.read("kind,value\nPET,a\nPET,b\n".getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo("too-many-rows");
        assertThatThrownBy(() -> small.read(new byte[61]))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code, Refusal::kind)
                .isEqualTo(List.of("csv-too-large", Refusal.Kind.TOO_LARGE));
    }

    @Property(tries = 300)
    void readsWhatItWrote(@ForAll("entries") List<DirectoryEntry> entries) {
        assertThat(read(CSV.write(entries))).isEqualTo(entries);
    }

    /** Whatever the bytes, there is an answer or a refusal. */
    @Property(tries = 500)
    void neverFailsOtherwise(@ForAll byte[] bytes) {
        try {
            assertThat(CSV.read(bytes)).isNotNull();
        } catch (Refusal | BadRows refused) {
            assertThat(refused).isNotNull();
        }
    }

    @Provide
    Arbitrary<List<DirectoryEntry>> entries() {
        var words = Arbitraries.of("Open", "\"Big\"", "house,", "Rene\u00e9", "12", "'Main'", "hall;", "#1");
        var text = words.list().ofMinSize(2).ofMaxSize(5).map(list -> "A" + String.join(" ", list));
        var day = Arbitraries.integers().between(0, 9000).map(n -> LocalDate.of(2020, 1, 1)
                .plusDays(n));
        var events = Combinators.combine(text, day, Arbitraries.integers().between(0, 91), text.injectNull(0.3))
                .as((name, from, days, place) ->
                        new DirectoryEntry(EntryKind.EVENT, name, from, from.plusDays(days), place));
        var locations = text.map(name -> DirectoryEntry.of(EntryKind.LOCATION, name));
        return Arbitraries.oneOf(events, locations).list().ofMaxSize(20);
    }

    private static List<DirectoryEntry> read(String file) {
        return CSV.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
