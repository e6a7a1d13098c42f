package io.imprimatur.mail.reading;

import java.util.Optional;

/** Mail that is built as a report (RFC 6522): on delivery (RFC 3464), on reading (RFC 8098), on abuse (RFC 5965). */
final class ReportParts {

    private ReportParts() {}

    static Optional<Automatic> kindOf(IncomingMail mail) {
        if (holds(mail, "message/delivery-status") || holds(mail, "message/global-delivery-status")) {
            DeliveryStatus status = DeliveryStatus.of(mail);
            return Optional.of(status.success() ? new Automatic.Report("delivery-receipt") : Bounces.of(mail));
        }
        if (holds(mail, "message/feedback-report")) {
            return Optional.of(new Automatic.Report("feedback-report"));
        }
        if (holds(mail, "message/disposition-notification")) {
            return Optional.of(new Automatic.Report("disposition-notification"));
        }
        if (mail.entity().walk().anyMatch(ReportParts::calendarReply)) {
            return Optional.of(new Automatic.Reply("calendar"));
        }
        if (!mail.entity().is("multipart/report")) {
            return Optional.empty();
        }
        return Optional.of(
                BounceText.tells(mail, Subject.of(mail), true) ? Bounces.of(mail) : new Automatic.Report("report"));
    }

    /** "Accepted", as a calendar sends it (RFC 5546 section 3.2.3). */
    private static boolean calendarReply(Entity part) {
        return part.is("text/calendar") && part.type().parameter("method").equalsIgnoreCase("reply");
    }

    private static boolean holds(IncomingMail mail, String type) {
        return mail.entity().walk().anyMatch(part -> part.is(type));
    }
}
