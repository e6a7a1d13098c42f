package io.imprimatur.screening.internal.names;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The frozen sentence encoder bge-small-en-v1.5 in eight-bit ONNX form, read from its jar. What it knows of a word in its
 * context is the values of some of its inner layers.
 */
final class Encoder implements AutoCloseable {
    /** Inner layers whose values are used: an early one for the word itself, later ones for its context. */
    private static final List<String> LAYERS = List.of(
            "/encoder/layer.1/output/LayerNorm/Add_1_output_0",
            "/encoder/layer.5/output/LayerNorm/Add_1_output_0",
            "/encoder/layer.9/output/LayerNorm/Add_1_output_0");

    private static final int LAYER_SIZE = 384;
    /** Values for each word. */
    static final int SIZE = 3 * LAYER_SIZE;
    /** The encoder was trained with 512 positions; less keeps the time for one pass short. */
    static final int MOST_PIECES = 254;

    /** Bytes; the runtime reads a model with more depth than a thread's usual stack has room for, and dies without a word. */
    private static final long STACK = 64L << 20;

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private Encoder(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /** @throws IllegalStateException when the encoder cannot be loaded on this machine */
    static Encoder load() {
        var loading = new FutureTask<>(Encoder::read);
        new Thread(null, loading, "encoder", STACK).start();
        try {
            return loading.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The sentence encoder cannot be loaded.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the sentence encoder any more.", interrupted);
        }
    }

    private static Encoder read() throws IOException, OrtException {
        try (var model = resource("bge-small-en-v1.5-q.onnx");
                var vocabulary = resource("bge-small-en-v1.5-q-tokenizer.json");
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(HiddenLayers.asOutputs(model.readAllBytes(), LAYERS), options);
            return new Encoder(WordPieces.read(vocabulary), environment, session);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var stream = Encoder.class.getResourceAsStream("/" + name);
        if (stream == null) {
            throw new IOException("There is no resource " + name + ".");
        }
        return stream;
    }

    /** Identifiers of the pieces of a word. */
    int[] pieces(String word) {
        return pieces.of(word);
    }

    /**
     * @param words the pieces of each word; together no more than {@link #MOST_PIECES}
     * @return for each word {@link #SIZE} values, the mean over its pieces
     */
    float[][] encode(List<int[]> words) {
        int length = words.stream().mapToInt(word -> word.length).sum() + 2;
        var identifiers = new long[length];
        identifiers[0] = WordPieces.START;
        int at = 1;
        for (var word : words) {
            for (var piece : word) {
                identifiers[at++] = piece;
            }
        }
        identifiers[at] = WordPieces.END;
        var ones = new long[length];
        Arrays.fill(ones, 1);
        try (var ids = tensor(identifiers);
                var mask = tensor(ones);
                var types = tensor(new long[length]);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            var values = new float[words.size()][SIZE];
            for (int layer = 0; layer < LAYERS.size(); layer++) {
                mean(((OnnxTensor) result.get(layer)).getFloatBuffer(), words, values, layer * LAYER_SIZE);
            }
            return values;
        } catch (OrtException failure) {
            throw new IllegalStateException("The sentence encoder failed.", failure);
        }
    }

    private static void mean(FloatBuffer layer, List<int[]> words, float[][] values, int offset) {
        var state = new float[LAYER_SIZE];
        layer.position(LAYER_SIZE);
        for (int word = 0; word < words.size(); word++) {
            var share = 1f / words.get(word).length;
            for (int piece = 0; piece < words.get(word).length; piece++) {
                layer.get(state);
                for (int i = 0; i < LAYER_SIZE; i++) {
                    values[word][offset + i] += share * state[i];
                }
            }
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(row), new long[] {1, row.length});
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failure) {
            throw new IllegalStateException("The sentence encoder did not close.", failure);
        }
    }
}
