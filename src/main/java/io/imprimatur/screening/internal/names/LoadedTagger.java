package io.imprimatur.screening.internal.names;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one tagger of this process; it takes a second or two to load, so it is loaded beside the start of everything else. */
final class LoadedTagger {
    private static final String FOLDER = "/names/";

    private LoadedTagger() {}

    /** Loaded when first asked for, by any screener of this process. */
    private static final class Holder {
        static final CompletableFuture<Tagger> TAGGER = begin();

        private static CompletableFuture<Tagger> begin() {
            var tagger = new CompletableFuture<Tagger>();
            var loader = new Thread(
                    () -> {
                        try {
                            tagger.complete(load());
                        } catch (IOException | RuntimeException | LinkageError failure) {
                            tagger.completeExceptionally(failure);
                        }
                    },
                    "name-model");
            loader.setDaemon(true);
            loader.start();
            return tagger;
        }
    }

    /** Begins to load it, if nobody has yet. */
    static Future<Tagger> beginLoading() {
        return Holder.TAGGER;
    }

    /** @throws IllegalStateException when it cannot be loaded, or not in this time */
    static Tagger await(Future<Tagger> tagger, long seconds) {
        try {
            return tagger.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The model for names is not there.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the model for names any more.", interrupted);
        }
    }

    private static Tagger load() throws IOException {
        try (var lists = resource("names.lists");
                var weights = resource("names.weights")) {
            return new Tagger(Encoder.load(), WordLists.read(lists), NameModel.read(weights));
        }
    }

    private static InputStream resource(String name) throws IOException {
        var stream = LoadedTagger.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IOException("There is no resource " + FOLDER + name + ".");
        }
        return stream;
    }
}
