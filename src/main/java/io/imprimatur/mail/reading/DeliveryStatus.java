package io.imprimatur.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The fields of a delivery status (RFC 3464 section 2): of the message, and of each recipient.
 *
 * @param blocks fields in groups, as blank lines divide them
 */
record DeliveryStatus(List<Fields> blocks) {

    private static final int MOST_BLOCKS = 100;
    private static final int MOST_BYTES = 262_144;
    private static final Set<String> SUCCESSES = Set.of("delivered", "relayed", "expanded");

    DeliveryStatus {
        blocks = List.copyOf(blocks);
    }

    static DeliveryStatus of(IncomingMail mail) {
        List<Fields> blocks = new ArrayList<>();
        mail.entity()
                .walk()
                .filter(part -> part.is("message/delivery-status") || part.is("message/global-delivery-status"))
                .map(part -> part.bytes(MOST_BYTES))
                .forEach(bytes -> blocks(bytes, mail.bounds(), blocks));
        return new DeliveryStatus(blocks);
    }

    private static void blocks(byte[] bytes, ReadingProperties bounds, List<Fields> into) {
        int at = 0;
        while (at < bytes.length && into.size() < MOST_BLOCKS) {
            Fields block = Fields.read(bytes, at, bytes.length, bounds);
            if (!block.all().isEmpty()) {
                into.add(block);
            }
            at = block.end();
        }
    }

    /** Whether it reports that everything arrived. */
    boolean success() {
        List<String> actions = values("Action");
        return !actions.isEmpty() && SUCCESSES.containsAll(actions);
    }

    boolean delayed() {
        List<String> actions = values("Action");
        return actions.contains("delayed") && !actions.contains("failed");
    }

    /** Values of a field in all groups, in lower case and without their type. */
    List<String> values(String name) {
        return blocks.stream()
                .flatMap(block -> block.raw(name).stream())
                .map(value -> value.substring(value.indexOf(';') + 1).strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    static DeliveryStatus none() {
        return new DeliveryStatus(List.of());
    }

    /** Fields that stand in a text rather than in a part of their own. */
    static DeliveryStatus inText(String text, ReadingProperties bounds) {
        List<Fields> blocks = new ArrayList<>();
        blocks(text.getBytes(StandardCharsets.UTF_8), bounds, blocks);
        return new DeliveryStatus(blocks);
    }
}
