package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.gate.ModelSummary;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that waits for a second person.
 *
 * @param key of the flow or table that it is about
 * @param door through which it came
 * @param reason null when the door has no place for one
 * @param sha256 of the files together
 * @param proposedBy id of the person who made the model
 * @param files by their names; empty in lists
 */
public record Proposal(
        UUID id,
        String key,
        String name,
        String door,
        @Nullable String reason,
        String sha256,
        String proposedBy,
        Instant proposedAt,
        Map<String, byte[]> files) {
    public Proposal {
        files = Map.copyOf(files);
    }

    /** What it is about. */
    public ModelKind kind() {
        return file().filter(each -> each.getKey().endsWith(ModelKind.TABLE.fileOf("")))
                        .isPresent()
                ? ModelKind.TABLE
                : ModelKind.FLOW;
    }

    /** The model that it is about; empty when it holds forms alone, and in lists. */
    public Optional<byte[]> model() {
        return file().map(Map.Entry::getValue);
    }

    private Optional<Map.Entry<String, byte[]>> file() {
        return files.entrySet().stream()
                .filter(file -> ModelSummary.of(file.getValue())
                        .filter(summary -> summary.flows().containsKey(key)
                                || summary.tables().containsKey(key))
                        .isPresent())
                .findFirst();
    }
}
