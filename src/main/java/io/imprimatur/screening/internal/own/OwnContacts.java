package io.imprimatur.screening.internal.own;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import io.imprimatur.screening.internal.directory.EntryKeys;
import io.imprimatur.screening.internal.directory.EntryKind;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The organisation's own numbers, mailboxes and domains. */
final class OwnContacts {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z]+://(?:[^/@]*@)?");
    private static final Pattern END_OF_HOST = Pattern.compile("[:/?#]");

    private final String region;
    private final Set<String> phones;
    private final Set<String> domains;
    private final Set<String> emailDomains;
    private final Set<String> mailboxes;

    OwnContacts(Collection<DirectoryEntry> entries, String region) {
        this.region = region;
        phones = values(entries, EntryKind.PHONE, value -> true).stream()
                .map(phone -> EntryKeys.e164(phone, region))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        domains = values(entries, EntryKind.DOMAIN, value -> true);
        emailDomains = values(entries, EntryKind.EMAIL, value -> value.indexOf('@') < 0);
        mailboxes = values(entries, EntryKind.EMAIL, value -> value.indexOf('@') >= 0);
    }

    private static Set<String> values(Collection<DirectoryEntry> entries, EntryKind kind, Predicate<String> which) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(entry -> entry.value().strip().toLowerCase(Locale.ROOT))
                .filter(which)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean hold(Finding finding, String marked) {
        return switch (finding.identifier()) {
            case PHONE, FAX ->
                EntryKeys.e164(marked, region).filter(phones::contains).isPresent();
            case EMAIL -> hasMailbox(marked.toLowerCase(Locale.ROOT));
            case URL -> finding.severity() == Severity.REVIEW && isWithin(host(marked), domains);
            default -> false;
        };
    }

    private boolean hasMailbox(String address) {
        return mailboxes.contains(address) || isWithin(address.substring(address.indexOf('@') + 1), emailDomains);
    }

    private static String host(String address) {
        return END_OF_HOST.split(SCHEME.matcher(address).replaceFirst(""))[0];
    }

    /** Looks up each name above the host, so that many domains cost no more than one. */
    private static boolean isWithin(String host, Set<String> domains) {
        var name = host.toLowerCase(Locale.ROOT);
        while (!domains.contains(name)) {
            var point = name.indexOf('.');
            if (point < 0) {
                return false;
            }
            name = name.substring(point + 1);
        }
        return true;
    }
}
