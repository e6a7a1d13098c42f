package io.imprimatur.screening.internal.names;

/** The linear chain over the labels of a text: how likely each label of each word is, by forward and backward sums. */
final class Chain {
    private static final int LABELS = Network.LABELS;

    private final Network network;
    private final float[][] scores;
    private final double[][] forward;
    private final double[][] backward;
    private final double total;

    Chain(Network network, float[][] scores) {
        this.network = network;
        this.scores = scores;
        this.forward = new double[scores.length][LABELS];
        this.backward = new double[scores.length][LABELS];
        sumForward();
        sumBackward();
        this.total = scores.length == 0 ? 0 : logSum(forward[scores.length - 1]);
    }

    private void sumForward() {
        var terms = new double[LABELS];
        for (int t = 0; t < scores.length; t++) {
            for (int label = 0; label < LABELS; label++) {
                if (t == 0) {
                    forward[t][label] = scores[t][label] + network.transition(LABELS, label);
                } else {
                    for (int before = 0; before < LABELS; before++) {
                        terms[before] = forward[t - 1][before] + network.transition(before, label);
                    }
                    forward[t][label] = scores[t][label] + logSum(terms);
                }
            }
        }
    }

    private void sumBackward() {
        var terms = new double[LABELS];
        for (int t = scores.length - 2; t >= 0; t--) {
            for (int label = 0; label < LABELS; label++) {
                for (int next = 0; next < LABELS; next++) {
                    terms[next] = network.transition(label, next) + scores[t + 1][next] + backward[t + 1][next];
                }
                backward[t][label] = logSum(terms);
            }
        }
    }

    /** Logarithm of the sum over all ways to label the text. */
    double total() {
        return total;
    }

    /** How likely this word has this label, 0 to 1. */
    double likelihood(int t, int label) {
        return Math.exp(forward[t][label] + backward[t][label] - total);
    }

    /** How likely this word has this label and the one before it the other. */
    double likelihood(int t, int before, int label) {
        return Math.exp(forward[t - 1][before]
                + network.transition(before, label)
                + scores[t][label]
                + backward[t][label]
                - total);
    }

    private static double logSum(double[] terms) {
        double largest = Double.NEGATIVE_INFINITY;
        for (var term : terms) {
            largest = Math.max(largest, term);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (var term : terms) {
            sum += Math.exp(term - largest);
        }
        return largest + Math.log(sum);
    }
}
