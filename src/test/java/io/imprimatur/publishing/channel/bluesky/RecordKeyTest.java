package io.imprimatur.publishing.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.publishing.channel.Post;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    @Property
    void isATimestampIdentifierThatFollowsFromTheRevisionAlone(
            @ForAll long piece, @ForAll @IntRange(min = 1) int revision) {
        var key = RecordKey.of(post(piece, revision));
        assertThat(key).matches("[234567abcdefghij][234567a-z]{12}");
        assertThat(RecordKey.of(post(piece, revision))).isEqualTo(key);
        assertThat(RecordKey.of(post(piece, revision - 1))).isNotEqualTo(key);
    }

    @Test
    void isNeverTheSameForTwoPosts() {
        var keys = new HashSet<String>();
        for (long piece = 0; piece < 20_000; piece++) {
            keys.add(RecordKey.of(post(piece, 1)));
        }
        assertThat(keys).hasSize(20_000);
    }

    @Test
    void neverReadsAsATimeAhead() {
        for (long piece = 0; piece < 1_000; piece++) {
            assertThat(RecordKey.of(post(piece, 1))).startsWith("2");
        }
    }

    private static Post post(long piece, int revision) {
        var key = "post-" + piece + "-r" + revision;
        return new Post(new UUID(0, piece), revision, "hash of " + key, key, "", "Text", null, List.of());
    }
}
