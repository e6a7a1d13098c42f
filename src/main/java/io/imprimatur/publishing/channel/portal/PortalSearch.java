package io.imprimatur.publishing.channel.portal;

import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.PublishResult;
import java.net.URI;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;

/** Reads what a search for a post's key found. */
final class PortalSearch {
    /** Several messages have the key, or the server did not look for it alone. */
    private static final String AMBIGUOUS = "portal-ambiguous";

    private static final String CHANGED = "changed-on-platform";

    private PortalSearch() {}

    /** @param address of a message by its id */
    static Lookup read(Bundle found, String key, Function<String, URI> address) {
        var messages = found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Communication.class::isInstance)
                .map(Communication.class::cast)
                .toList();
        if (messages.isEmpty()) {
            return found.getTotal() > 0 || found.getLink(Bundle.LINK_NEXT) != null
                    ? new Lookup.Unclear(AMBIGUOUS)
                    : new Lookup.Absent();
        }
        var first = messages.get(0);
        if (messages.size() > 1 || !hasKey(first, key)) {
            return new Lookup.Unclear(AMBIGUOUS);
        }
        var id = first.getIdElement().getIdPart();
        return PortalReader.isLive(first) ? new Lookup.Found(id, address.apply(id)) : new Lookup.Unclear(CHANGED);
    }

    /** What a message that is there already means for its publication; several may be public. */
    static PublishResult asResult(Lookup there) {
        if (there instanceof Lookup.Found found) {
            return new PublishResult.Published(found.remoteId(), found.url());
        }
        return there instanceof Lookup.Unclear unclear && unclear.code().equals(CHANGED)
                ? new PublishResult.Refused(CHANGED)
                : new PublishResult.Unknown(AMBIGUOUS);
    }

    private static boolean hasKey(Communication message, String key) {
        return message.getIdentifier().stream()
                .anyMatch(each -> PortalMessage.SYSTEM.equals(each.getSystem()) && key.equals(each.getValue()));
    }
}
