package io.imprimatur.screening.internal.directory;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.platform.Page;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.internal.ScreeningProperties;
import io.imprimatur.screening.internal.directory.DirectoryTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What compliance keeps of the organisation's own. Each change counts the version up and stands in the ledger, without names. */
@Service
public class Directory {
    private final DirectoryTable table;
    private final DirectoryProperties bounds;
    private final Ledger ledger;
    private final String region;

    Directory(DirectoryTable table, DirectoryProperties bounds, Ledger ledger, ScreeningProperties screening) {
        this.table = table;
        this.bounds = bounds;
        this.ledger = ledger;
        this.region = screening.defaultRegion();
    }

    /** @param version counts the changes */
    public record State(int version, List<DirectoryEntry> entries) {
        public State {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What a change did.
     *
     * @param unchanged how many of the entries given were there already
     * @param entries how many there are now
     */
    record Change(int version, int added, int removed, int unchanged, int entries) {}

    record KeptEntry(UUID id, DirectoryEntry entry) {}

    public int version() {
        return table.version();
    }

    /** Version and entries belong together, whatever somebody else does meanwhile. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public State state() {
        return new State(table.version(), table.rows().stream().map(Row::entry).toList());
    }

    @Transactional(readOnly = true)
    Page<KeptEntry> find(@Nullable EntryKind kind, String words, int page) {
        var rows = table.find(kind, words, page, bounds.maxPageSize());
        return new Page<>(
                rows.stream().map(row -> new KeptEntry(row.id(), row.entry())).toList(),
                page,
                bounds.maxPageSize(),
                table.count(kind, words));
    }

    /** @throws Refusal 412 {@code stale} when somebody else was faster */
    @Transactional
    Change replace(int seen, List<DirectoryEntry> entries, String person) {
        requireUnchanged(seen);
        return change(entries, true, person);
    }

    /** Entries that are there already stay as they are. */
    @Transactional
    Change add(List<DirectoryEntry> entries, String person) {
        table.lockedVersion();
        return change(entries, false, person);
    }

    /** Nothing happens when it is gone already. */
    @Transactional
    void remove(UUID id, String person) {
        var version = table.lockedVersion();
        table.row(id).ifPresent(row -> write(version, List.of(), List.of(row), person));
    }

    private void requireUnchanged(int seen) {
        if (table.lockedVersion() != seen) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "stale",
                    "Somebody else changed the directory meanwhile; load it again and repeat your change.");
        }
    }

    private Change change(List<DirectoryEntry> given, boolean replacing, String person) {
        var kept = table.rows().stream().collect(Collectors.toMap(Row::sameAs, row -> row));
        var wanted = new LinkedHashMap<String, Row>();
        for (var entry : given) {
            var sameAs = EntryKeys.of(entry, region);
            wanted.putIfAbsent(sameAs, new Row(UUID.randomUUID(), entry, sameAs));
        }
        var added = new ArrayList<Row>();
        var removed = new ArrayList<Row>();
        for (var row : wanted.values()) {
            var known = kept.get(row.sameAs());
            if (known == null) {
                added.add(row);
            } else if (replacing && !known.entry().equals(row.entry())) {
                added.add(row);
                removed.add(known);
            }
        }
        if (replacing) {
            kept.values().stream()
                    .filter(row -> !wanted.containsKey(row.sameAs()))
                    .forEach(removed::add);
        }
        var entries = kept.size() + added.size() - removed.size();
        requireRoom(entries);
        var version = write(table.version(), added, removed, person);
        return new Change(version, added.size(), removed.size(), given.size() - added.size(), entries);
    }

    private void requireRoom(int entries) {
        if (entries > bounds.maxEntries()) {
            throw Refusal.invalid(
                    "too-many-entries", "The directory holds at most " + bounds.maxEntries() + " entries.");
        }
    }

    private int write(int version, List<Row> added, List<Row> removed, String person) {
        if (added.isEmpty() && removed.isEmpty()) {
            return version;
        }
        table.delete(removed);
        table.insert(added);
        table.moveOn();
        var entry = LedgerEntry.of(person, "DIRECTORY_CHANGED", "directory:" + (version + 1));
        for (var count : counts("added", added).entrySet()) {
            entry = entry.detail(count.getKey(), String.valueOf(count.getValue()));
        }
        for (var count : counts("removed", removed).entrySet()) {
            entry = entry.detail(count.getKey(), String.valueOf(count.getValue()));
        }
        ledger.record(entry);
        return version + 1;
    }

    private static Map<String, Long> counts(String what, List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> what + " " + row.entry().kind(), Collectors.counting()));
    }
}
