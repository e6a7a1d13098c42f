package io.imprimatur.screening.internal.own;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is the organisation's own at one moment, ready to be asked. */
public final class Own implements OwnOrganisation {
    /** Where one of these stands in the sentence, the person named beside it is no colleague at work. */
    private static final Set<Identifier> OF_A_PATIENT =
            EnumSet.of(Identifier.SSN, Identifier.MRN, Identifier.HEALTH_PLAN, Identifier.ACCOUNT, Identifier.AGE);

    private final OwnContacts contacts;
    private final OwnPlaces places;
    private final OwnStaff staff;
    private final OwnEvents events;

    /** @param region of telephone numbers without a country code, and of how days are written */
    public Own(Collection<DirectoryEntry> entries, String region, Clock clock) {
        contacts = new OwnContacts(entries, region);
        places = new OwnPlaces(entries);
        staff = new OwnStaff(entries);
        events = new OwnEvents(entries, region, clock);
    }

    @Override
    public List<Finding> relieved(List<Finding> findings, NormalText normal) {
        return findings.stream()
                .map(finding -> isOwn(finding, findings, normal) ? finding.as(Severity.INFORMATION) : finding)
                .toList();
    }

    private boolean isOwn(Finding finding, List<Finding> all, NormalText normal) {
        return switch (finding.identifier()) {
            case PHONE, FAX, EMAIL, URL -> contacts.hold(finding, marked(finding, normal));
            case GEOGRAPHIC ->
                places.haveAddress(marked(finding, normal)) || places.haveLocation(finding, Around.of(finding, normal));
            case DATE -> events.cover(finding, marked(finding, normal), Around.of(finding, normal));
            case NAME -> staff.has(finding, normal.text()) && isAtWork(finding, all, normal);
            default -> false;
        };
    }

    private static boolean isAtWork(Finding name, List<Finding> all, NormalText normal) {
        var around = Around.of(name, normal);
        return !PersonAsPatient.in(around)
                && all.stream()
                        .noneMatch(other -> OF_A_PATIENT.contains(other.identifier())
                                && around.start() <= other.start()
                                && other.end() <= around.end());
    }

    private static String marked(Finding finding, NormalText normal) {
        return normal.text().substring(finding.start(), finding.end());
    }
}
