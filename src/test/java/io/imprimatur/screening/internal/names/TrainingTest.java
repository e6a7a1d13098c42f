package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.screening.internal.names.Label.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingTest {
    @Test
    void whatIsLearnedAgainAndAgainIsKnown() {
        var random = new Random(7);
        var network = new Network();
        var training = new Training(network, random);
        var examples = List.of(example(random), example(random), example(random));
        var before = training.epoch(examples, 1, 1);

        for (int i = 0; i < 40; i++) {
            training.epoch(examples, 1, 1);
        }

        assertThat(training.epoch(examples, 0, 0)).isLessThan(before / 10);
        for (var example : examples) {
            var words = network.words(example.inputs(), example.features());
            Network.cut(words);
            var contexts = network.contexts(words);
            Network.cut(contexts);
            var chain = new Chain(network, network.scores(words, contexts));
            for (int t = 0; t < example.labels().length; t++) {
                assertThat(chain.likelihood(t, example.labels()[t])).isGreaterThan(0.8);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        assertThat(weights(3)).isEqualTo(weights(3)).isNotEqualTo(weights(4));
    }

    private static float[] weights(long seed) {
        var random = new Random(seed);
        var network = new Network();
        new Training(network, random).epoch(List.of(example(random)), 1, 1);
        return network.weights;
    }

    private static Training.Example example(Random random) {
        var inputs = new float[6][Network.INPUT];
        for (var row : inputs) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        var labels = new int[] {0, Label.first(Kind.PERSON), Label.further(Kind.PERSON), 0, Label.first(Kind.PLACE), 0};
        return new Training.Example(inputs, new int[][] {{1}, {0, 21}, {0, 22}, {2}, {0, 23}, {2}}, labels);
    }
}
