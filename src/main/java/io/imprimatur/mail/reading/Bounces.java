package io.imprimatur.mail.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a mail that was returned says about the one that did not arrive. */
final class Bounces {

    private static final int MOST = 50;
    private static final List<String> RECIPIENT_FIELDS = List.of("Final-Recipient", "Original-Recipient");

    private Bounces() {}

    static Automatic.Bounce of(IncomingMail mail) {
        DeliveryStatus status = DeliveryStatus.of(mail);
        Returned returned = Returned.in(mail);
        String code = code(mail, status, returned);
        return new Automatic.Bounce(
                permanent(mail, status, returned, code),
                recipients(mail, status, returned),
                ids(mail, status, returned),
                code);
    }

    private static String code(IncomingMail mail, DeliveryStatus status, Returned returned) {
        List<String> codes = Stream.concat(
                        status.values("Status").stream(),
                        Stream.concat(
                                status.values("Diagnostic-Code").stream(),
                                returned.explanation().lines()))
                .map(StatusCode::in)
                .filter(code -> !code.isEmpty())
                .toList();
        // a precise code before one that was made up from a plain reply
        return codes.stream()
                .filter(code -> !code.endsWith(".0.0"))
                .findFirst()
                .or(() -> codes.stream().findFirst())
                .orElse("");
    }

    private static boolean permanent(IncomingMail mail, DeliveryStatus status, Returned returned, String code) {
        if (status.delayed() || AutomaticSigns.within(Subject.of(mail).folded(), "temporary")) {
            return false;
        }
        if (!code.isEmpty()) {
            return code.startsWith("5");
        }
        if (status.values("Action").contains("failed")) {
            return true;
        }
        String said = Folding.fold(returned.explanation());
        return AutomaticSigns.within(said, "permanent") && !AutomaticSigns.within(said, "temporary");
    }

    private static List<String> recipients(IncomingMail mail, DeliveryStatus status, Returned returned) {
        Set<String> found = new LinkedHashSet<>();
        RECIPIENT_FIELDS.stream()
                .flatMap(field -> status.values(field).stream())
                .flatMap(value -> Identifiers.addresses(value).stream())
                .forEach(found::add);
        mail.header("X-Failed-Recipients").forEach(value -> found.addAll(Identifiers.addresses(value)));
        if (found.isEmpty()) {
            Set<String> named = Identifiers.addresses(returned.explanation());
            Set<String> addressed = new LinkedHashSet<>();
            returned.fields()
                    .forEach(fields -> fields.raw("To").forEach(to -> addressed.addAll(Identifiers.addresses(to))));
            // an explanation names other addresses too, such as the postmaster's and our own
            named.stream().filter(addressed::contains).forEach(found::add);
            if (found.isEmpty()) {
                named.removeAll(mail.recipients());
                mail.header("From").forEach(from -> named.removeAll(Identifiers.addresses(from)));
                found.addAll(named);
            }
        }
        return found.stream().limit(MOST).toList();
    }

    private static List<String> ids(IncomingMail mail, DeliveryStatus status, Returned returned) {
        List<String> ids = new ArrayList<>();
        returned.fields().forEach(fields -> fields.raw("Message-ID").forEach(id -> add(ids, id)));
        Stream.of(
                        status.blocks().stream(),
                        returned.fields().stream(),
                        Stream.of(mail.entity().fields()))
                .flatMap(each -> each)
                .flatMap(fields -> fields.all().stream())
                .filter(Bounces::namesOriginal)
                .forEach(field -> add(ids, field.raw()));
        ids.addAll(mail.references());
        returned.fields()
                .forEach(fields -> fields.raw("References").forEach(r -> ids.addAll(Identifiers.messageIds(r))));
        return ids.stream().distinct().limit(MOST).toList();
    }

    private static boolean namesOriginal(Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return name.endsWith("message-id") && name.length() > "message-id".length();
    }

    private static void add(List<String> ids, String value) {
        Optional<String> id = Identifiers.messageId(value);
        id.ifPresent(ids::add);
    }
}
