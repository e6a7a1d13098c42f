package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WordListsTest {
    private final WordLists lists = lists(
            List.of("grace", "maria"),
            List.of("garcia", "grace"),
            List.of("new york", "coeur d'alene"),
            List.of("Acadia Parish"),
            List.of("st. mary's medical center"),
            List.of("Ohio"));

    @Test
    void aWordIsInEveryListThatHoldsIt() {
        assertThat(lists.of(WordLists.hash("maria"))).isEqualTo(WordLists.FIRST_NAME);
        assertThat(lists.of(WordLists.hash("grace"))).isEqualTo(WordLists.FIRST_NAME | WordLists.SURNAME);
        assertThat(lists.of(WordLists.hash("metformin"))).isZero();
    }

    @Test
    void entriesOfSeveralWordsAreFoundFromTheirFirst() {
        var words = WordLists.words("in Coeur d’Alene near St Mary's");
        var hashes = WordLists.hashes(WordLists.words("coeur d'alene idaho"), 0);

        assertThat(lists.of(hashes[3])).isEqualTo(WordLists.TOWN);
        assertThat(lists.of(hashes[0])).isZero();
        assertThat(words).contains("coeur", "alene");
        assertThat(lists.of(WordLists.hashOfEntry("ACADIA parish"))).isEqualTo(WordLists.COUNTY);
        assertThat(lists.of(WordLists.hashOfEntry("St. Mary's Medical Center"))).isEqualTo(WordLists.FACILITY);
        assertThat(lists.of(WordLists.hashOfEntry("ohio"))).isEqualTo(WordLists.REGION);
    }

    @SafeVarargs
    private static WordLists lists(List<String>... entries) {
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(file))) {
            for (var list : entries) {
                var hashes = WordLists.sortedHashes(list);
                out.writeInt(hashes.length);
                for (var hash : hashes) {
                    out.writeInt(hash);
                }
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        try {
            return WordLists.read(new ByteArrayInputStream(file.toByteArray()));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
