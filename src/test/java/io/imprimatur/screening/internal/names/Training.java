package io.imprimatur.screening.internal.names;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Gradient descent on the likelihood of the right labels: Adam with decoupled weight decay, in batches, on one thread. */
final class Training {
    private static final int BATCH = 24;
    private static final float DROPOUT = 0.4f;
    private static final float RATE = 1.5e-3f;
    private static final float DECAY = 1e-2f;
    private static final float FIRST_MOMENT = 0.9f;
    private static final float SECOND_MOMENT = 0.999f;

    private final Network network;
    private final RandomGenerator random;
    private final float[] gradient = new float[Network.SIZE];
    private final float[] first = new float[Network.SIZE];
    private final float[] second = new float[Network.SIZE];
    private int step;

    Training(Network network, RandomGenerator random) {
        this.network = network;
        this.random = random;
        spread(Network.WORD_OF_INPUT, Network.WORD_BIAS, Network.INPUT);
        spread(Network.CONTEXT_OF_WORD, Network.CONTEXT_BIAS, (2 * Network.WINDOW + 1) * Network.WORD);
        spread(Network.LABEL_OF_CONTEXT, Network.LABEL_BIAS, Network.CONTEXT + Network.WORD);
    }

    private void spread(int from, int to, int inputs) {
        double width = Math.sqrt(2.0 / inputs);
        for (int i = from; i < to; i++) {
            network.weights[i] = (float) (random.nextGaussian() * width);
        }
    }

    /** @param features one of the casings of {@code text} */
    record Example(float[][] inputs, int[][] features, int[] labels) {}

    /** One pass over the examples in their order; the rate falls from {@code from} to {@code to} of its full value. */
    double epoch(List<Example> examples, float from, float to) {
        double loss = 0;
        for (int start = 0; start < examples.size(); start += BATCH) {
            var batch = examples.subList(start, Math.min(examples.size(), start + BATCH));
            Arrays.fill(gradient, 0);
            for (var example : batch) {
                loss += learn(example);
            }
            float share = (float) start / examples.size();
            update(1f / batch.size(), RATE * (from + (to - from) * share));
        }
        return loss / examples.size();
    }

    private double learn(Example example) {
        var words = network.words(example.inputs(), example.features());
        Network.cut(words);
        var wordMask = drop(words);
        var contexts = network.contexts(words);
        Network.cut(contexts);
        var contextMask = drop(contexts);
        var scores = network.scores(words, contexts);
        var chain = new Chain(network, scores);
        var errors = errors(chain, example.labels());
        var contextErrors = new float[words.length][Network.CONTEXT];
        var wordErrors = new float[words.length][Network.WORD];
        backScores(words, contexts, errors, wordErrors, contextErrors);
        mask(contextErrors, contextMask);
        backContexts(words, contextErrors, wordErrors);
        mask(wordErrors, wordMask);
        backWords(example, wordErrors);
        return chain.total() - score(scores, example.labels());
    }

    private double score(float[][] scores, int[] labels) {
        double sum = 0;
        for (int t = 0; t < labels.length; t++) {
            sum += scores[t][labels[t]] + network.transition(t == 0 ? Network.LABELS : labels[t - 1], labels[t]);
        }
        return sum;
    }

    /** Sets values to nothing at random; the mask says by how much what is left was raised, and is 0 where nothing is. */
    private float[][] drop(float[][] values) {
        var mask = new float[values.length][];
        for (int t = 0; t < values.length; t++) {
            mask[t] = new float[values[t].length];
            for (int i = 0; i < values[t].length; i++) {
                boolean kept = values[t][i] > 0 && random.nextFloat() >= DROPOUT;
                mask[t][i] = kept ? 1 / (1 - DROPOUT) : 0;
                values[t][i] *= mask[t][i];
            }
        }
        return mask;
    }

    private static void mask(float[][] errors, float[][] mask) {
        for (int t = 0; t < errors.length; t++) {
            for (int i = 0; i < errors[t].length; i++) {
                errors[t][i] *= mask[t][i];
            }
        }
    }

    private float[][] errors(Chain chain, int[] labels) {
        var errors = new float[labels.length][Network.LABELS];
        for (int t = 0; t < labels.length; t++) {
            for (int label = 0; label < Network.LABELS; label++) {
                double likely = chain.likelihood(t, label);
                errors[t][label] = (float) (likely - (labels[t] == label ? 1 : 0));
                if (t == 0) {
                    gradient[Network.TRANSITIONS + Network.LABELS * Network.LABELS + label] += errors[t][label];
                }
            }
            if (t > 0) {
                for (int before = 0; before < Network.LABELS; before++) {
                    for (int label = 0; label < Network.LABELS; label++) {
                        double likely = chain.likelihood(t, before, label);
                        boolean right = labels[t - 1] == before && labels[t] == label;
                        gradient[Network.TRANSITIONS + before * Network.LABELS + label] +=
                                (float) (likely - (right ? 1 : 0));
                    }
                }
            }
        }
        return errors;
    }

    private void backScores(
            float[][] words, float[][] contexts, float[][] errors, float[][] wordErrors, float[][] contextErrors) {
        for (int t = 0; t < words.length; t++) {
            add(Network.LABEL_BIAS, errors[t], 1, Network.LABELS);
            for (int i = 0; i < Network.CONTEXT; i++) {
                int row = Network.LABEL_OF_CONTEXT + i * Network.LABELS;
                add(row, errors[t], contexts[t][i], Network.LABELS);
                contextErrors[t][i] += dot(row, errors[t], Network.LABELS);
            }
            for (int i = 0; i < Network.WORD; i++) {
                int row = Network.LABEL_OF_WORD + i * Network.LABELS;
                add(row, errors[t], words[t][i], Network.LABELS);
                wordErrors[t][i] += dot(row, errors[t], Network.LABELS);
            }
        }
    }

    private void backContexts(float[][] words, float[][] contextErrors, float[][] wordErrors) {
        for (int t = 0; t < words.length; t++) {
            add(Network.CONTEXT_BIAS, contextErrors[t], 1, Network.CONTEXT);
            for (int row = 0; row < 2 * Network.WINDOW + 1; row++) {
                int at = t + row - Network.WINDOW;
                if (at >= 0 && at < words.length) {
                    for (int i = 0; i < Network.WORD; i++) {
                        if (words[at][i] != 0) {
                            int from = Network.contextRow(row, i);
                            add(from, contextErrors[t], words[at][i], Network.CONTEXT);
                            wordErrors[at][i] += dot(from, contextErrors[t], Network.CONTEXT);
                        }
                    }
                }
            }
        }
    }

    private void backWords(Example example, float[][] wordErrors) {
        for (int t = 0; t < wordErrors.length; t++) {
            add(Network.WORD_BIAS, wordErrors[t], 1, Network.WORD);
            var input = example.inputs()[t];
            for (int i = 0; i < Network.INPUT; i++) {
                add(Network.WORD_OF_INPUT + i * Network.WORD, wordErrors[t], input[i], Network.WORD);
            }
            for (var feature : example.features()[t]) {
                add(Network.WORD_OF_FEATURE + feature * Network.WORD, wordErrors[t], 1, Network.WORD);
            }
        }
    }

    private void add(int from, float[] errors, float factor, int length) {
        for (int i = 0; i < length; i++) {
            gradient[from + i] += factor * errors[i];
        }
    }

    private float dot(int from, float[] errors, int length) {
        float sum = 0;
        for (int i = 0; i < length; i++) {
            sum += network.weights[from + i] * errors[i];
        }
        return sum;
    }

    private void update(float scale, float rate) {
        step++;
        double firstRest = 1 - Math.pow(FIRST_MOMENT, step);
        double secondRest = 1 - Math.pow(SECOND_MOMENT, step);
        float firstScale = (float) (1 / firstRest);
        float secondScale = (float) (1 / secondRest);
        for (int i = 0; i < Network.SIZE; i++) {
            float slope = gradient[i] * scale;
            first[i] = FIRST_MOMENT * first[i] + (1 - FIRST_MOMENT) * slope;
            second[i] = SECOND_MOMENT * second[i] + (1 - SECOND_MOMENT) * slope * slope;
            float move = first[i] * firstScale / ((float) Math.sqrt(second[i] * secondScale) + 1e-8f);
            network.weights[i] -= rate * (move + DECAY * network.weights[i]);
        }
    }
}
