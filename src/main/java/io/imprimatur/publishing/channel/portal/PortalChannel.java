package io.imprimatur.publishing.channel.portal;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.PagePreview;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.channel.http.NotPublic;
import java.time.Clock;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Communication;

/**
 * A patient portal that reads messages from a FHIR R4 server. A message is stored under a condition that the server itself
 * checks ({@code If-None-Exist}, hl7.org/fhir/R4/http.html#ccreate), so the one request that makes it public may be repeated.
 */
final class PortalChannel implements Channel {
    private static final int MAX_TITLE = 200;
    private static final int MAX_BODY = 100_000;
    private static final int MAX_IMAGES = 10;

    /** All travel in one request, a third larger as text, and must come back in one bounded answer. */
    private static final long MAX_PICTURE_BYTES = 8_000_000;

    private final Account account;
    private final Clock clock;
    private final ChannelInfo info;
    private final PortalApi api;

    PortalChannel(Account account, PortalApi api, Clock clock) {
        this.account = account;
        this.clock = clock;
        this.info = ChannelInfo.titled(account.key(), account.displayName(), MAX_TITLE, MAX_BODY, MAX_IMAGES);
        this.api = api;
    }

    @Override
    public ChannelInfo info() {
        return info;
    }

    @Override
    public Preview preview(Post post) {
        return PagePreview.of(post, info);
    }

    @Override
    public PublishResult publish(Post post) {
        var message = PortalMessage.of(post, PortalParties.of(account), clock.instant());
        if (sizeOfPictures(message) > MAX_PICTURE_BYTES) {
            return new PublishResult.Refused("too-large-for-platform");
        }
        var earlier = api.search(post.key());
        if (earlier.value() == null) {
            return NotPublic.because(earlier.reply()).result();
        }
        var there = PortalSearch.read(earlier.value(), post.key(), api::address);
        return there instanceof Lookup.Absent ? create(post, message) : PortalSearch.asResult(there);
    }

    @Override
    public Lookup find(Post post) {
        var found = api.search(post.key());
        return found.value() == null
                ? found.reply().noLookup()
                : PortalSearch.read(found.value(), post.key(), api::address);
    }

    @Override
    public ReadBack readBack(Post post, String remoteId) {
        return new PortalReader(api).read(remoteId);
    }

    @Override
    public Takedown withdraw(Post post, String remoteId) {
        return new PortalTakedown(api).takeDown(remoteId);
    }

    @Override
    public ConnectionTest testConnection() {
        try {
            return new PortalConnection(api).test(PortalParties.of(account));
        } catch (AccountUnusable unusable) {
            return new ConnectionTest.Unusable(unusable.code());
        }
    }

    private PublishResult create(Post post, Communication message) {
        var answer = api.create(message, post.key());
        if (answer.value() == null && !answer.conflict()) {
            return answer.reply().unanswered()
                    ? new PublishResult.Unknown(answer.reply().trouble())
                    : NotPublic.because(answer.reply()).result();
        }
        var id = answer.value() == null ? null : PortalApi.created(answer.value());
        return id == null ? afterCreate(post) : new PublishResult.Published(id, api.address(id));
    }

    /** The server had one meanwhile, or several, or stored it without saying where: it tells when it is asked. */
    private PublishResult afterCreate(Post post) {
        var there = find(post);
        return there instanceof Lookup.Found || there instanceof Lookup.Unclear
                ? PortalSearch.asResult(there)
                : new PublishResult.Unknown("no-answer");
    }

    private static long sizeOfPictures(Communication message) {
        return message.getPayload().stream()
                .map(Communication.CommunicationPayloadComponent::getContent)
                .filter(Attachment.class::isInstance)
                .mapToLong(content -> ((Attachment) content).getSize())
                .sum();
    }
}
