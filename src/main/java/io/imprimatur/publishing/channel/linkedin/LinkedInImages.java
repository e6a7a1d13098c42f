package io.imprimatur.publishing.channel.linkedin;

import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.http.NotPublic;
import io.imprimatur.publishing.channel.http.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Uploads a post's images and waits until LinkedIn has worked on them. What a failed attempt uploaded is seen by nobody. */
final class LinkedInImages {
    /** An image takes LinkedIn some seconds; half a minute means that something is wrong there. */
    private static final int MOST_LOOKS = 15;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final LinkedInApi api;
    private final Waiting waiting;

    LinkedInImages(LinkedInApi api, Waiting waiting) {
        this.api = api;
        this.waiting = waiting;
    }

    /** Their URNs, in the post's order. */
    List<String> upload(Post post) throws NotPublic {
        var urns = new ArrayList<String>();
        for (var image : post.images()) {
            urns.add(upload(image));
        }
        return urns;
    }

    private String upload(Post.Image image) throws NotPublic {
        var announced = api.announceImage().orNotPublic().path("value");
        var address = address(announced.path("uploadUrl").asText());
        var uploaded = api.upload(address, image.type(), image.bytes());
        if (!uploaded.done()) {
            throw NotPublic.because(uploaded);
        }
        var urn = announced.path("image").asText();
        await(urn);
        return urn;
    }

    /** An app that may not read cannot see how far LinkedIn is; a post takes the image all the same. */
    private void await(String urn) throws NotPublic {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            waiting.pause(BETWEEN_LOOKS);
            var image = api.image(urn);
            if (LinkedInErrors.forbidden(image)) {
                return;
            }
            var status = image.orNotPublic().path("status").asText();
            if (status.equals("AVAILABLE")) {
                return;
            }
            if (status.equals("PROCESSING_FAILED")) {
                throw NotPublic.because(new PublishResult.Refused("platform-rejects-content"));
            }
        }
        throw NotPublic.because(new PublishResult.RetryLater("image-not-ready", null));
    }

    private URI address(String named) throws NotPublic {
        try {
            var address = URI.create(named);
            if (api.isLinkedIns(address)) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            // as of an answer that names none
        }
        throw NotPublic.because(new PublishResult.RetryLater("no-answer", null));
    }
}
