package io.imprimatur.mail.decision;

import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.RequestStanding;
import io.imprimatur.mail.authenticity.Authenticity;
import io.imprimatur.mail.authenticity.AuthenticityCheck;
import io.imprimatur.mail.decision.Answer.Code;
import io.imprimatur.mail.decision.MailRequest.Means;
import io.imprimatur.mail.decision.MailRequest.Proof;
import io.imprimatur.mail.decision.ReplyVerdict.NotTaken;
import io.imprimatur.mail.reading.Automatic;
import io.imprimatur.mail.reading.AutomaticMail;
import io.imprimatur.mail.reading.IncomingMail;
import io.imprimatur.mail.reading.Sender;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a mail is an answer that may decide: the checks in their order, cheap ones first, each of which ends it. Only
 * people of this house are ever answered, at the addresses that the house has registered.
 */
@Component
class ReplyChecks {
    private final RequestStore requests;
    private final Standings standings;
    private final People people;
    private final Preferences preferences;
    private final AuthenticityCheck authenticity;
    private final DecisionAddress address;
    private final DecisionProperties properties;
    private final Set<String> ownAddresses;

    ReplyChecks(
            RequestStore requests,
            Standings standings,
            People people,
            Preferences preferences,
            AuthenticityCheck authenticity,
            DecisionAddress address,
            DecisionProperties properties,
            @Value("${imprimatur.mail.from}") String from) {
        this.requests = requests;
        this.standings = standings;
        this.people = people;
        this.preferences = preferences;
        this.authenticity = authenticity;
        this.address = address;
        this.properties = properties;
        this.ownAddresses =
                Set.of(from.toLowerCase(java.util.Locale.ROOT), address.plain().orElse(""));
    }

    ReplyVerdict of(byte[] raw, IncomingMail mail) {
        if (!(mail.sender() instanceof Sender.One sender)) {
            return NotTaken.silently(code(mail.sender()), true);
        }
        var automatic = AutomaticMail.kindOf(mail, ownAddresses);
        if (automatic.isPresent()) {
            return automatic.get() instanceof Automatic.Bounce bounce
                    ? new ReplyVerdict.CameBack(bounce)
                    : NotTaken.silently("automatic", false);
        }
        var token = address.token(mail.addressees());
        var request = request(token, mail);
        return request.isEmpty()
                ? unknown(raw, sender.address(), token.isPresent())
                : about(request.get(), mail, raw, sender.address());
    }

    private Optional<MailRequest> request(Optional<String> token, IncomingMail mail) {
        return token.isPresent()
                ? requests.byToken(Tokens.hash(token.get()), Means.REPLY)
                : mail.references().stream()
                        .flatMap(reference -> noticeId(reference).stream())
                        .flatMap(notice -> requests.byNotice(notice).stream())
                        .findFirst();
    }

    private ReplyVerdict about(MailRequest request, IncomingMail mail, byte[] raw, String sender) {
        var person = people.findActive(request.person());
        boolean theirs = person.filter(each -> isFrom(each, sender)).isPresent();
        var standing = standings.of(request);
        if (standing != RequestStanding.OPEN) {
            var code = Code.of(standing);
            return theirs
                    ? NotTaken.answering(code.reason(), request, code)
                    : NotTaken.quarantined(code.reason(), request);
        }
        if (!theirs) {
            return ofAnother(request, raw, sender);
        }
        if (!(authenticity.of(raw, sender) instanceof Authenticity.Proven proven)) {
            return new NotTaken("not-proven", true, request, Code.NOT_PROVEN, request.person());
        }
        if (!sentAfter(request, mail)) {
            return new NotTaken("sent-before", true, request, Code.NOT_PROVEN, request.person());
        }
        return request.means() == Means.REPLY
                        && preferences.of(request.person()).decisions()
                ? new ReplyVerdict.Taken(request, proof(proven.means()))
                : NotTaken.answering("page-only", request, Code.PAGE_ONLY);
    }

    /** A genuine mail of other times, sent again by somebody else with a code that they got hold of, is no answer. */
    private boolean sentAfter(MailRequest request, IncomingMail mail) {
        return mail.sentAt()
                .filter(at -> !at.isBefore(request.createdAt().minus(properties.clockSlack())))
                .isPresent();
    }

    private ReplyVerdict ofAnother(MailRequest request, byte[] raw, String sender) {
        return provenPerson(raw, sender)
                .<ReplyVerdict>map(other -> new NotTaken("sent-to-another", true, request, Code.NOT_YOURS, other.id()))
                .orElseGet(() -> NotTaken.quarantined("sent-to-another", request));
    }

    private ReplyVerdict unknown(byte[] raw, String sender, boolean hasToken) {
        var reason = hasToken ? "token-unknown" : "token-missing";
        return provenPerson(raw, sender)
                .<ReplyVerdict>map(person -> new NotTaken(reason, true, null, Code.UNKNOWN, person.id()))
                .orElseGet(() -> NotTaken.silently(reason, true));
    }

    private Optional<Person> provenPerson(byte[] raw, String sender) {
        return people.all().stream()
                .filter(person -> isFrom(person, sender))
                .findFirst()
                .filter(person -> authenticity.of(raw, sender) instanceof Authenticity.Proven);
    }

    private static boolean isFrom(Person person, String sender) {
        return person.email().strip().equalsIgnoreCase(sender);
    }

    private static String code(Sender sender) {
        return sender instanceof Sender.Unclear unclear ? unclear.code() : "from-unclear";
    }

    static Optional<UUID> noticeId(String reference) {
        int at = reference.indexOf('@');
        try {
            return at == 36 ? Optional.of(UUID.fromString(reference.substring(0, at))) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Proof proof(Authenticity.Means means) {
        return switch (means) {
            case DMARC -> Proof.DMARC;
            case DKIM -> Proof.DKIM;
            case RELAY -> Proof.RELAY;
        };
    }
}
