package io.imprimatur.publishing.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Picture;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.Exchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a post back, with its images as X serves them: compressed anew, so their bytes are not compared. */
final class XReader {
    private final XApi api;

    XReader(XApi api) {
        this.api = api;
    }

    ReadBack read(String id) {
        var reply = api.post(id);
        if (XErrors.saysMissing(reply)) {
            return new ReadBack.Missing();
        }
        var json = reply.json();
        if (json == null || !json.has("data")) {
            return reply.noReadBack();
        }
        var images = new ArrayList<LivePost.Image>();
        for (var image : XPostText.images(json.path("data"), json.path("includes"))) {
            var read = read(image);
            if (read.isEmpty()) {
                return new ReadBack.Unavailable("no-answer", null);
            }
            images.add(read.get());
        }
        return new ReadBack.Read(List.of(new LivePost("", XPostText.paragraphs(json.path("data")), null, images)));
    }

    /** Empty when the image cannot be had now. */
    private Optional<LivePost.Image> read(JsonNode image) {
        var altText = image.path("alt_text").asText();
        var address = URI.create(image.path("url").asText());
        if (!api.mayAsk(address)) {
            return Optional.of(LivePost.Image.reworked(altText, null));
        }
        return api.picture(address) instanceof Exchange.Answer answer && answer.ok()
                ? Optional.of(LivePost.Image.reworked(altText, new Picture(answer.mediaType(), answer.body())))
                : Optional.empty();
    }
}
