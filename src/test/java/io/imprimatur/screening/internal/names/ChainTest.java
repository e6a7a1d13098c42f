package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ChainTest {
    @Property(tries = 60)
    void likelihoodsOfAWordSumToOne(@ForAll @IntRange(min = 1, max = 30) int length, @ForAll long seed) {
        var chain = chain(length, seed);

        for (int t = 0; t < length; t++) {
            double sum = 0;
            for (int label = 0; label < Network.LABELS; label++) {
                sum += chain.likelihood(t, label);
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    @Property(tries = 60)
    void pairsAgreeWithSingleWords(@ForAll @IntRange(min = 2, max = 20) int length, @ForAll long seed) {
        var chain = chain(length, seed);

        for (int label = 0; label < Network.LABELS; label++) {
            double sum = 0;
            for (int before = 0; before < Network.LABELS; before++) {
                sum += chain.likelihood(1, before, label);
            }
            assertThat(sum).isCloseTo(chain.likelihood(1, label), within(1e-5));
        }
    }

    @Property(tries = 60)
    void aFurtherWordNeverBeginsAText(@ForAll long seed) {
        var chain = chain(3, seed);

        for (int label = 0; label < Network.LABELS; label++) {
            if (Label.isFurther(label)) {
                assertThat(chain.likelihood(0, label)).isZero();
            }
        }
    }

    private static Chain chain(int length, long seed) {
        var random = new Random(seed);
        var network = new Network();
        for (int i = 0; i < Network.SIZE; i++) {
            network.weights[i] = (float) random.nextGaussian();
        }
        var scores = new float[length][Network.LABELS];
        for (var row : scores) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) (3 * random.nextGaussian());
            }
        }
        return new Chain(network, scores);
    }
}
