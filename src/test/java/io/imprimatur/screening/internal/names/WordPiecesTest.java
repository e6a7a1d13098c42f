package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final WordPieces PIECES = read(
            "{\"model\":{\"vocab\":{\"[UNK]\":100,\"mar\":1,\"maria\":2,\"##ia\":3,\"##na\":4,\"m\":5,\"##x\":6}}}");

    private static WordPieces read(String tokenizer) {
        try {
            return WordPieces.read(new ByteArrayInputStream(tokenizer.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void theLongestPieceComesFirst() {
        assertThat(PIECES.of("maria")).containsExactly(2);
        assertThat(PIECES.of("mariana")).containsExactly(2, 4);
        assertThat(PIECES.of("mariax")).containsExactly(2, 6);
    }

    @Test
    void capitalsAndAccentsDoNotMatter() {
        assertThat(PIECES.of("MARÍA")).containsExactly(2);
    }

    @Test
    void aWordWithAnUnknownPartIsUnknown() {
        assertThat(PIECES.of("mariaq")).containsExactly(100);
        assertThat(PIECES.of("")).containsExactly(100);
    }

    @Property(tries = 300)
    void anyWordHasAFewPieces(@ForAll String word) {
        assertThat(PIECES.of(word).length).isBetween(1, 12);
    }
}
