package io.imprimatur.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.http.NotPublic;
import io.imprimatur.publishing.channel.http.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Uploads a post's images and waits until the instance has made its sizes of them. What a failed attempt uploaded is seen by
 * nobody, and the instance throws it away.
 */
final class MastodonMedia {
    /** An image takes an instance some seconds; half a minute means that its workers are behind. */
    private static final int MOST_LOOKS = 15;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final MastodonApi api;
    private final Waiting waiting;

    MastodonMedia(MastodonApi api, Waiting waiting) {
        this.api = api;
        this.waiting = waiting;
    }

    /** Their ids, in the post's order. */
    List<String> upload(Post post) throws NotPublic {
        var ids = new ArrayList<String>();
        for (var image : post.images()) {
            ids.add(ready(api.upload(image).orNotPublic()));
        }
        return ids;
    }

    private String ready(JsonNode uploaded) throws NotPublic {
        var id = uploaded.path("id").asText();
        var media = uploaded;
        for (int looks = 0; !media.path("url").isTextual(); looks++) {
            if (looks == MOST_LOOKS) {
                throw NotPublic.because(new PublishResult.RetryLater("image-not-ready", null));
            }
            waiting.pause(BETWEEN_LOOKS);
            media = api.media(id).orNotPublic();
        }
        return id;
    }
}
