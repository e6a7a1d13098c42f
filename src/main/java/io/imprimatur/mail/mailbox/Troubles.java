package io.imprimatur.mail.mailbox;

import io.imprimatur.mail.mailbox.ImapCommands.Listed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Messages that could not be taken, so that none of them keeps the others waiting. Used by one thread. */
final class Troubles {
    private final int maxTries;
    private final Map<Long, Integer> unreadable = new HashMap<>();
    private final Set<Long> unstored = new HashSet<>();
    private final Set<Long> skipped = new HashSet<>();
    private long uidValidity;

    Troubles(int maxTries) {
        this.maxTries = maxTries;
    }

    /** UIDs of another validity name other messages. */
    void begin(long validity) {
        if (validity != uidValidity) {
            keep(Set.of());
            uidValidity = validity;
        }
    }

    /** What to try, those without trouble first. Forgets those that are no longer there. */
    List<Listed> order(List<Listed> listed) {
        keep(listed.stream().map(Listed::uid).collect(Collectors.toSet()));
        return listed.stream()
                .filter(message -> !skipped.contains(message.uid()))
                .sorted(Comparator.comparing(message -> has(message.uid())))
                .toList();
    }

    private void keep(Set<Long> present) {
        unreadable.keySet().retainAll(present);
        unstored.retainAll(present);
        skipped.retainAll(present);
    }

    private boolean has(long uid) {
        return unreadable.containsKey(uid) || unstored.contains(uid);
    }

    void unreadable(long uid) {
        unreadable.merge(uid, 1, Integer::sum);
    }

    /** Its fetching was tried often enough. */
    boolean isHopeless(long uid) {
        return unreadable.getOrDefault(uid, 0) >= maxTries;
    }

    /** Tried for ever: what is wrong is not the message's fault, or it is one that must not be lost. */
    void unstored(long uid) {
        unstored.add(uid);
    }

    void passed(long uid) {
        unreadable.remove(uid);
        unstored.remove(uid);
    }

    /** Given up; stays in the folder when it can be moved no more than fetched. */
    void skip(long uid) {
        passed(uid);
        skipped.add(uid);
    }

    int skipped() {
        return skipped.size();
    }

    /** How many messages lie before those that nobody has tried. */
    int size() {
        return unreadable.size() + unstored.size() + skipped.size();
    }
}
