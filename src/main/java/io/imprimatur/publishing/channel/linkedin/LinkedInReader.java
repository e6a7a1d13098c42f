package io.imprimatur.publishing.channel.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.LivePictures;
import java.util.List;
import java.util.Set;

/**
 * Reads a post back: its text, its images' alternative texts, and what LinkedIn made of the images. Bytes are not compared,
 * since LinkedIn recompresses every image. Reading needs r_organization_social, which LinkedIn does not grant to every app.
 */
final class LinkedInReader {
    private static final Set<String> NOT_YET = Set.of("PUBLISH_REQUESTED", "PROCESSING");

    private final LinkedInApi api;
    private final LivePictures pictures;

    LinkedInReader(LinkedInApi api, LivePictures pictures) {
        this.api = api;
        this.pictures = pictures;
    }

    ReadBack read(String urn) {
        var post = api.post(urn);
        if (LinkedInErrors.saysMissing(post)) {
            return new ReadBack.Missing();
        }
        if (LinkedInErrors.forbidden(post)) {
            return new ReadBack.NotReadable();
        }
        if (post.json() == null) {
            return post.noReadBack();
        }
        if (NOT_YET.contains(post.json().path("lifecycleState").asText())) {
            return new ReadBack.Unavailable("post-not-ready", null);
        }
        return LinkedInPosts.isPublic(post.json())
                ? new ReadBack.Read(List.of(LinkedInPosts.read(post.json(), this::image)))
                : new ReadBack.Missing();
    }

    private LivePost.Image image(JsonNode image) {
        var live = api.image(image.path("id").asText()).json();
        return pictures.reworked(
                LinkedInPosts.altText(image),
                live == null ? "" : live.path("downloadUrl").asText(""));
    }
}
