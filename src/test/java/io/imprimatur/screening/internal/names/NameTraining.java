package io.imprimatur.screening.internal.names;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Trains the tagger, from a fixed seed: reads the labelled sets and the word lists, writes the lists and the weights.
 *
 * <p>Arguments: folder of the labelled sets, folder of the unpacked word lists, folder of the project's sentences, folder
 * for what is written.
 */
final class NameTraining {
    private static final long SEED = 20_261_123;
    private static final int SENTENCES = 5_500;
    private static final int NETWORKS = 4;
    private static final int EPOCHS = 8;
    private static final List<String> SETS = List.of("btcnh_train", "wnut_train", "tweebank_train");

    private NameTraining() {}

    public static void main(String[] arguments) throws IOException {
        var sets = Path.of(arguments[0]);
        var words = Path.of(arguments[1]);
        var sentences = Path.of(arguments[2]);
        var target = Files.createDirectories(Path.of(arguments[3]));
        var slots = new SlotLists(sentences, words);
        var lists = lists(slots, words);
        Files.write(target.resolve("names.lists"), lists);
        var texts = new ArrayList<LabelledText>();
        for (var set : SETS) {
            texts.addAll(LabelledFiles.read(sets.resolve(set + ".jsonl")));
        }
        texts.addAll(new TrainingSentences(sentences, slots, new Random(SEED)).make(SENTENCES));
        var examples = examples(texts, lists);
        var networks = IntStream.range(0, NETWORKS)
                .parallel()
                .mapToObj(number -> trained(number, examples))
                .toList();
        try (var out = Files.newOutputStream(target.resolve("names.weights"))) {
            NameModel.write(networks, out);
        }
    }

    private static List<Examples.Cased> examples(List<LabelledText> texts, byte[] lists) throws IOException {
        try (var encoder = Encoder.load()) {
            var read = WordLists.read(new ByteArrayInputStream(lists));
            var maker = new Examples(encoder, new TokenFeatures(read));
            var examples = texts.stream().map(maker::of).toList();
            System.out.printf(
                    "%d texts, %d words%n",
                    examples.size(),
                    examples.stream().mapToInt(Examples.Cased::size).sum());
            return examples;
        }
    }

    private static Network trained(int number, List<Examples.Cased> examples) {
        var random = new Random(SEED + number);
        var network = new Network();
        var training = new Training(network, random);
        var all = new ArrayList<>(examples);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(all, random);
            var chosen = all.stream().map(each -> each.any(random)).toList();
            var loss = training.epoch(chosen, 1f - (float) epoch / EPOCHS, 1f - (epoch + 1f) / EPOCHS);
            System.out.printf(Locale.ROOT, "network %d, epoch %d: loss %.3f%n", number + 1, epoch + 1, loss);
        }
        return network;
    }

    private static byte[] lists(SlotLists slots, Path words) throws IOException {
        var regions = Stream.concat(
                        SlotLists.lines(Path.of(words.toString(), "states")).stream(),
                        Arrays.stream(Locale.getISOCountries())
                                .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
                .toList();
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            for (var list : List.of(
                    slots.listed("names"),
                    slots.listed("surnames"),
                    slots.listed("cities"),
                    slots.listed("counties"),
                    slots.listed("hospitals"),
                    regions)) {
                var hashes = WordLists.sortedHashes(list);
                out.writeInt(hashes.length);
                for (var hash : hashes) {
                    out.writeInt(hash);
                }
            }
        }
        return bytes.toByteArray();
    }
}
