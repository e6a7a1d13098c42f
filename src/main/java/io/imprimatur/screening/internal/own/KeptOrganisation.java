package io.imprimatur.screening.internal.own;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.internal.ScreeningProperties;
import io.imprimatur.screening.internal.directory.Directory;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import io.imprimatur.screening.internal.directory.DirectoryProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The directory and what is preset, as of a few seconds ago at most: several nodes share the directory, so each asks for
 * its version now and then. When the database does not answer, nor does this, and nothing is published on it.
 */
@Component
class KeptOrganisation implements OwnOrganisation {
    private final Directory directory;
    private final List<DirectoryEntry> preset;
    private final ScreeningProperties screening;
    private final DirectoryProperties bounds;
    private final Clock clock;
    private final AtomicReference<@Nullable Snapshot> last = new AtomicReference<>();

    KeptOrganisation(Directory directory, ScreeningProperties screening, DirectoryProperties bounds, Clock clock) {
        this.directory = directory;
        this.preset = PresetEntries.of(screening);
        this.screening = screening;
        this.bounds = bounds;
        this.clock = clock;
    }

    private record Snapshot(int version, Own own, Instant asked) {}

    @Override
    public List<Finding> relieved(List<Finding> findings, NormalText normal) {
        return findings.isEmpty() ? findings : current().relieved(findings, normal);
    }

    private Own current() {
        var known = last.get();
        var now = clock.instant();
        if (known != null
                && known.asked().plus(bounds.refresh()).isAfter(now)
                && !known.asked().isAfter(now)) {
            return known.own();
        }
        var fresh = refreshed(known, now);
        last.set(fresh);
        return fresh.own();
    }

    private Snapshot refreshed(@Nullable Snapshot known, Instant now) {
        if (known != null && known.version() == directory.version()) {
            return new Snapshot(known.version(), known.own(), now);
        }
        var state = directory.state();
        var entries = Stream.concat(preset.stream(), state.entries().stream()).toList();
        return new Snapshot(state.version(), new Own(entries, screening.defaultRegion(), clock), now);
    }
}
