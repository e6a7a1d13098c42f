package io.imprimatur.publishing.channel.ghost;

import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.http.NotPublic;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Uploads a post's images. Ghost cannot be asked for its images, so one whose answer was lost is uploaded again; the first
 * stays behind, and no page shows it.
 */
final class GhostImages {
    private static final int DIGITS = 12;

    private final GhostApi api;

    GhostImages(GhostApi api) {
        this.api = api;
    }

    List<GhostHtml.Uploaded> upload(Post post) throws NotPublic {
        var uploaded = new ArrayList<GhostHtml.Uploaded>();
        for (int place = 1; place <= post.images().size(); place++) {
            var reply = api.upload(reference(post, place), post.images().get(place - 1));
            if (reply.json() == null) {
                throw NotPublic.because(reply);
            }
            var address = reply.json().path("images").path(0).path("url").asText();
            uploaded.add(new GhostHtml.Uploaded(
                    URI.create(address), post.images().get(place - 1).altText()));
        }
        return uploaded;
    }

    /** Names place and bytes of the image, for whoever looks at the site's files. */
    private static String reference(Post post, int place) {
        return post.key() + "-i" + place + "-"
                + post.images().get(place - 1).sha256().substring(0, DIGITS);
    }
}
