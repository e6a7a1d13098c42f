package io.imprimatur.screening.internal.names;

/**
 * Weights of the tagger: a layer on the encoder's values and the features of each word, a layer on what that says of five
 * words in a row, scores for each label, and a linear chain over the labels (a conditional random field).
 *
 * <p>Matrices are kept input by input, so that the inner loops run along the outputs.
 */
final class Network {
    static final int INPUT = Encoder.SIZE;
    static final int WORD = 96;
    static final int WINDOW = 2;
    static final int CONTEXT = 96;
    static final int LABELS = Label.COUNT;

    private static final int ROWS = 2 * WINDOW + 1;

    /** All weights, matrix after matrix. */
    final float[] weights = new float[SIZE];

    static final int WORD_OF_INPUT = 0;
    static final int WORD_OF_FEATURE = WORD_OF_INPUT + INPUT * WORD;
    static final int WORD_BIAS = WORD_OF_FEATURE + TokenFeatures.COUNT * WORD;
    static final int CONTEXT_OF_WORD = WORD_BIAS + WORD;
    static final int CONTEXT_BIAS = CONTEXT_OF_WORD + ROWS * WORD * CONTEXT;
    static final int LABEL_OF_CONTEXT = CONTEXT_BIAS + CONTEXT;
    static final int LABEL_OF_WORD = LABEL_OF_CONTEXT + CONTEXT * LABELS;
    static final int LABEL_BIAS = LABEL_OF_WORD + WORD * LABELS;
    static final int TRANSITIONS = LABEL_BIAS + LABELS;
    static final int SIZE = TRANSITIONS + (LABELS + 1) * LABELS;

    /** Values of the first layer for each word, before anything negative is cut. */
    float[][] words(float[][] inputs, int[][] features) {
        var words = new float[inputs.length][WORD];
        for (int t = 0; t < inputs.length; t++) {
            var word = words[t];
            System.arraycopy(weights, WORD_BIAS, word, 0, WORD);
            var input = inputs[t];
            for (int i = 0; i < INPUT; i++) {
                add(word, weights, WORD_OF_INPUT + i * WORD, input[i], WORD);
            }
            for (var feature : features[t]) {
                add(word, weights, WORD_OF_FEATURE + feature * WORD, 1, WORD);
            }
        }
        return words;
    }

    /** Values of the second layer, before anything negative is cut. */
    float[][] contexts(float[][] words) {
        var contexts = new float[words.length][CONTEXT];
        for (int t = 0; t < words.length; t++) {
            var context = contexts[t];
            System.arraycopy(weights, CONTEXT_BIAS, context, 0, CONTEXT);
            for (int row = 0; row < ROWS; row++) {
                int at = t + row - WINDOW;
                if (at >= 0 && at < words.length) {
                    for (int i = 0; i < WORD; i++) {
                        if (words[at][i] != 0) {
                            add(context, weights, contextRow(row, i), words[at][i], CONTEXT);
                        }
                    }
                }
            }
        }
        return contexts;
    }

    static int contextRow(int row, int word) {
        return CONTEXT_OF_WORD + (row * WORD + word) * CONTEXT;
    }

    /** Scores of the labels of each word. */
    float[][] scores(float[][] words, float[][] contexts) {
        var scores = new float[words.length][LABELS];
        for (int t = 0; t < words.length; t++) {
            var score = scores[t];
            System.arraycopy(weights, LABEL_BIAS, score, 0, LABELS);
            for (int i = 0; i < CONTEXT; i++) {
                add(score, weights, LABEL_OF_CONTEXT + i * LABELS, contexts[t][i], LABELS);
            }
            for (int i = 0; i < WORD; i++) {
                add(score, weights, LABEL_OF_WORD + i * LABELS, words[t][i], LABELS);
            }
        }
        return scores;
    }

    /** Score of one label behind another; {@link #LABELS} stands for the beginning. What may not follow has none. */
    float transition(int before, int label) {
        var allowed = before == LABELS ? !Label.isFurther(label) : Label.mayFollow(before, label);
        return allowed ? weights[TRANSITIONS + before * LABELS + label] : Float.NEGATIVE_INFINITY;
    }

    static void cut(float[][] values) {
        for (var row : values) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.max(0, row[i]);
            }
        }
    }

    static void add(float[] sum, float[] matrix, int from, float factor, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += factor * matrix[from + i];
        }
    }
}
