package io.imprimatur.publishing.channel.portal;

import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountUnusable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;

/**
 * Who a message is from and for, by an account's fields.
 *
 * @param recipients references such as {@code Group/123}; none when the server's own rules say who reads it
 */
record PortalParties(List<IdType> recipients, Optional<IdType> sender) {
    /** A relative reference to what R4 lets be a recipient or a sender. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?:Device|Organization|Patient|Practitioner|PractitionerRole"
                    + "|RelatedPerson|Group|CareTeam|HealthcareService)/[A-Za-z0-9.-]{1,64}");

    /** @throws AccountUnusable when a field holds something else than references */
    static PortalParties of(Account account) {
        return new PortalParties(
                references(account, "recipients"),
                references(account, "sender").stream().findFirst());
    }

    void addTo(Communication message) {
        recipients.forEach(each -> message.addRecipient(new Reference(each)));
        sender.ifPresent(each -> message.setSender(new Reference(each)));
    }

    Stream<IdType> all() {
        return Stream.concat(recipients.stream(), sender.stream());
    }

    private static List<IdType> references(Account account, String field) {
        return Arrays.stream(account.setting(field).orElse("").split(","))
                .map(String::strip)
                .filter(reference -> !reference.isEmpty())
                .map(PortalParties::reference)
                .toList();
    }

    private static IdType reference(String text) {
        if (!REFERENCE.matcher(text).matches()) {
            throw AccountUnusable.untilConnectedAgain("portal-reference-unknown");
        }
        return new IdType(text);
    }
}
