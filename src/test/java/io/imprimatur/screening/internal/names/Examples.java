package io.imprimatur.screening.internal.names;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Turns labelled texts into what the network learns from. */
final class Examples {
    private final Encoder encoder;
    private final TokenFeatures features;

    Examples(Encoder encoder, TokenFeatures features) {
        this.encoder = encoder;
        this.features = features;
    }

    /** A text in its own letters, in small and in capital letters; the encoder sees the same in all three. */
    record Cased(float[][] inputs, List<int[][]> casings, int[] labels) {
        int size() {
            return labels.length;
        }

        /** Mostly the text as it is written. */
        Training.Example any(RandomGenerator random) {
            int choice = random.nextInt(20);
            return new Training.Example(inputs, casings.get(choice < 3 ? 1 : choice == 3 ? 2 : 0), labels);
        }
    }

    Cased of(LabelledText labelled) {
        var text = labelled.text();
        var tokens = new ArrayList<Token>();
        var pieces = new ArrayList<int[]>();
        int size = 0;
        for (var token : Token.of(text, 0, text.length())) {
            var tokenPieces = encoder.pieces(token.in(text));
            size += tokenPieces.length;
            if (size > Encoder.MOST_PIECES) {
                break;
            }
            tokens.add(token);
            pieces.add(tokenPieces);
        }
        return new Cased(
                tokens.isEmpty() ? new float[0][] : encoder.encode(pieces),
                List.of(
                        features.of(text, tokens, pieces),
                        features.of(unitByUnit(text, false), tokens, pieces),
                        features.of(unitByUnit(text, true), tokens, pieces)),
                labelled.labels(tokens));
    }

    /** Keeps the length, so that tokens stay where they are. */
    private static String unitByUnit(String text, boolean upper) {
        var units = text.toCharArray();
        for (int i = 0; i < units.length; i++) {
            units[i] = upper ? Character.toUpperCase(units[i]) : Character.toLowerCase(units[i]);
        }
        return new String(units);
    }
}
