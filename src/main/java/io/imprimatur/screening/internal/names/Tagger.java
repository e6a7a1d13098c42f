package io.imprimatur.screening.internal.names;

import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.internal.names.Label.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of each word of a text how likely it is part of a name: the mean of what several networks say, trained alike from
 * different beginnings, since one alone errs more. Many threads may share one.
 */
final class Tagger {
    private final Encoder encoder;
    private final TokenFeatures features;
    private final List<Network> networks;

    Tagger(Encoder encoder, WordLists lists, List<Network> networks) {
        this.encoder = encoder;
        this.features = new TokenFeatures(lists);
        this.networks = List.copyOf(networks);
    }

    /**
     * A word with its likelihoods, each from 0 to 1.
     *
     * @param within by kind of name, how likely it belongs to one
     * @param begins by kind of name, how likely one begins with it
     */
    record Tagged(Token token, double[] within, double[] begins) {
        double likelihood(Kind kind) {
            return within[kind.ordinal()];
        }

        /** Whether, if it belongs to a name of this kind, it rather begins one than goes on. */
        boolean begins(Kind kind) {
            return begins[kind.ordinal()] > within[kind.ordinal()] / 2;
        }
    }

    /** Every word of the text in its order. */
    List<Tagged> tag(NormalText text) {
        var tagged = new ArrayList<Tagged>();
        var passage = new Passage();
        for (var sentence : text.sentences()) {
            for (var token : Token.of(text.text(), sentence.start(), sentence.end())) {
                var pieces = encoder.pieces(token.in(text.text()));
                if (passage.isFullFor(pieces)) {
                    tag(text.text(), passage, tagged);
                    passage = passage.rest();
                }
                passage.add(token, pieces);
            }
            passage.endSentence();
        }
        tag(text.text(), passage, tagged);
        return tagged;
    }

    private void tag(String text, Passage passage, List<Tagged> tagged) {
        var tokens = passage.complete();
        if (tokens.isEmpty()) {
            return;
        }
        var pieces = passage.completePieces();
        var inputs = encoder.encode(pieces);
        var numbers = features.of(text, tokens, pieces);
        var chains = networks.stream()
                .map(network -> new Chain(network, scores(network, inputs, numbers)))
                .toList();
        for (int t = 0; t < tokens.size(); t++) {
            tagged.add(tagged(tokens.get(t), t, chains));
        }
    }

    private static Tagged tagged(Token token, int t, List<Chain> chains) {
        var within = new double[Kind.values().length];
        var begins = new double[Kind.values().length];
        for (var chain : chains) {
            for (var kind : Kind.values()) {
                var first = chain.likelihood(t, Label.first(kind)) / chains.size();
                begins[kind.ordinal()] += first;
                within[kind.ordinal()] += first + chain.likelihood(t, Label.further(kind)) / chains.size();
            }
        }
        return new Tagged(token, within, begins);
    }

    private static float[][] scores(Network network, float[][] inputs, int[][] numbers) {
        var words = network.words(inputs, numbers);
        Network.cut(words);
        var contexts = network.contexts(words);
        Network.cut(contexts);
        return network.scores(words, contexts);
    }

    /** Sentences for one pass of the encoder; a sentence that is longer than a pass is cut. */
    private static final class Passage {
        private final List<Token> tokens = new ArrayList<>();
        private final List<int[]> pieces = new ArrayList<>();
        private int size;
        private int sentenceEnd;

        boolean isFullFor(int[] next) {
            return size + next.length > Encoder.MOST_PIECES;
        }

        void add(Token token, int[] tokenPieces) {
            tokens.add(token);
            pieces.add(tokenPieces);
            size += tokenPieces.length;
        }

        void endSentence() {
            sentenceEnd = tokens.size();
        }

        /** Words up to the last sentence that ended here, or all of them. */
        List<Token> complete() {
            return tokens.subList(0, completeSize());
        }

        List<int[]> completePieces() {
            return pieces.subList(0, completeSize());
        }

        private int completeSize() {
            return sentenceEnd == 0 ? tokens.size() : sentenceEnd;
        }

        /** A passage of the words behind the last sentence that ended here. */
        Passage rest() {
            var rest = new Passage();
            for (int i = completeSize(); i < tokens.size(); i++) {
                rest.add(tokens.get(i), pieces.get(i));
            }
            return rest;
        }
    }
}
