package io.imprimatur.publishing.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.http.NotPublic;
import io.imprimatur.publishing.channel.http.Reply;
import io.imprimatur.publishing.channel.http.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Uploads a post's images with their alternative texts. Nobody sees them before a post refers to them, and X forgets those
 * that none does after a day, so an upload whose answer was lost is simply made again.
 */
final class XMedia {
    /** X takes up to 5 MB at once; some of its front ends refuse more than 2. */
    private static final int SEGMENT = 1024 * 1024;

    /** Images are ready at once or within seconds; after a minute there is something wrong. */
    private static final int MOST_LOOKS = 20;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final XApi api;
    private final Waiting waiting;

    XMedia(XApi api, Waiting waiting) {
        this.api = api;
        this.waiting = waiting;
    }

    /** Answers with X's ids of the images, in their order. */
    List<String> upload(Post post, List<byte[]> images) throws NotPublic {
        var ids = new ArrayList<String>();
        for (int i = 0; i < images.size(); i++) {
            ids.add(upload(post.images().get(i), images.get(i)));
        }
        return ids;
    }

    private String upload(Post.Image image, byte[] bytes) throws NotPublic {
        var id = data(api.initializeUpload(image.type(), bytes.length))
                .path("id")
                .asText();
        for (int segment = 0; segment * SEGMENT < bytes.length; segment++) {
            var end = Math.min(bytes.length, (segment + 1) * SEGMENT);
            var reply = api.appendUpload(id, segment, Arrays.copyOfRange(bytes, segment * SEGMENT, end));
            if (!reply.done()) {
                throw NotPublic.because(reply);
            }
        }
        awaitProcessed(id, data(api.finalizeUpload(id)).path("processing_info"));
        data(api.describe(id, image.altText()));
        return id;
    }

    private void awaitProcessed(String id, JsonNode first) throws NotPublic {
        var info = first;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            switch (info.path("state").asText()) {
                case "pending", "in_progress" -> {
                    waiting.pause(wait(info));
                    info = data(api.uploadStatus(id)).path("processing_info");
                }
                case "failed" -> throw NotPublic.because(new PublishResult.Refused("platform-rejects-content"));
                default -> {
                    return;
                }
            }
        }
        throw NotPublic.because(new PublishResult.RetryLater("image-not-ready", null));
    }

    private static Duration wait(JsonNode info) {
        var asked = Duration.ofSeconds(info.path("check_after_secs").asLong(1));
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    private static JsonNode data(Reply reply) throws NotPublic {
        if (reply.json() == null || !reply.json().has("data")) {
            throw NotPublic.because(reply);
        }
        return reply.json().path("data");
    }
}
