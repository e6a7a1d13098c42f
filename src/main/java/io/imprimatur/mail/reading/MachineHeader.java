package io.imprimatur.mail.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Signs of automatic mail in the header (RFC 3834 sections 2 and 5, RFC 2919, and what systems set beside them). */
final class MachineHeader {

    private final IncomingMail mail;

    MachineHeader(IncomingMail mail) {
        this.mail = mail;
    }

    /** The sign that a machine answered, notified or returned something. */
    Optional<String> answering() {
        if (mail.header("Auto-Submitted").stream().map(MachineHeader::token).anyMatch(token -> !token.equals("no"))) {
            return Optional.of("auto-submitted");
        }
        if (mail.header("Return-Path").stream()
                .findFirst()
                .filter(MachineHeader::empty)
                .isPresent()) {
            return Optional.of("null-return-path");
        }
        if (daemon()) {
            return Optional.of("daemon");
        }
        if (precedence("answering-precedence")) {
            return Optional.of("precedence");
        }
        if (mail.entity().fields().all().stream().anyMatch(MachineHeader::ofAnsweringMachine)) {
            return Optional.of("answering-field");
        }
        return sender("unattended") ? Optional.of("unattended-sender") : Optional.empty();
    }

    /** The sign of mail for many. */
    Optional<String> bulk() {
        if (precedence("bulk")) {
            return Optional.of("precedence");
        }
        return mail.header("List-Id").isEmpty() ? Optional.empty() : Optional.of("list-id");
    }

    private boolean daemon() {
        return sender("daemons")
                || mail.header("Return-Path").stream()
                        .findFirst()
                        .map(Folding::fold)
                        .map(path -> path.replace("<", "").replace(">", ""))
                        .filter(path -> path.startsWith("mailer-daemon") || path.startsWith("double-bounce"))
                        .isPresent();
    }

    private boolean precedence(String list) {
        return mail.header("Precedence").stream().map(MachineHeader::token).anyMatch(AutomaticSigns.of(list)::contains);
    }

    /** Whether the local part or the name of a From field is one of these. */
    private boolean sender(String list) {
        List<String> known = AutomaticSigns.of(list);
        return mail.header("From").stream()
                .map(Folding::fold)
                .anyMatch(from -> known.contains(name(from))
                        || Identifiers.addresses(from).stream().anyMatch(address -> known.contains(local(address)))
                        || known.contains(from));
    }

    private static String local(String address) {
        String local = address.substring(0, address.indexOf('@'));
        int detail = local.indexOf('+');
        return detail > 0 ? local.substring(0, detail) : local;
    }

    private static String name(String from) {
        int open = from.indexOf('<');
        int comment = from.indexOf('(');
        String name = open > 0 ? from.substring(0, open) : comment >= 0 ? from.substring(comment) : "";
        return name.replace("\"", "").replace("(", "").replace(")", "").strip();
    }

    private static boolean ofAnsweringMachine(Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        // tells others not to answer; mail that people write in Outlook may carry it
        if (name.startsWith("x-auto-response-suppress")) {
            return false;
        }
        String value = field.raw().toLowerCase(Locale.ROOT);
        boolean named = AutomaticSigns.of("answering-fields").contains(name)
                || AutomaticSigns.within(name, "answering-field-parts");
        return named && !value.equals("no") && !value.equals("false")
                || name.equals("x-apple-action") && value.equals("vacation")
                || name.equals("x-fc-machinegenerated") && value.equals("true")
                || name.equals("x-post-messageclass") && value.contains("autoresponder")
                || name.equals("delivered-to") && value.startsWith("autoresponder");
    }

    private static boolean empty(String path) {
        return path.replace("<", "").replace(">", "").isBlank();
    }

    /** What stands before parameters and comments. */
    private static String token(String value) {
        String token = value.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < token.length() && " \t;(,".indexOf(token.charAt(end)) < 0) {
            end++;
        }
        return token.substring(0, end);
    }
}
