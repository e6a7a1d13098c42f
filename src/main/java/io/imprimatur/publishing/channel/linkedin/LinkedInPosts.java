package io.imprimatur.publishing.channel.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A post in the JSON of the Posts API, written and read. */
final class LinkedInPosts {
    private LinkedInPosts() {}

    /** @param images URNs of uploaded images, in the post's order; the box of a link is made only without any */
    static Map<String, Object> json(Post post, String author, List<String> images) {
        var json = new TreeMap<String, Object>(Map.of(
                "author",
                author,
                "commentary",
                LittleText.of(post.wholeText()),
                "visibility",
                "PUBLIC",
                "distribution",
                Map.of(
                        "feedDistribution",
                        "MAIN_FEED",
                        "targetEntities",
                        List.of(),
                        "thirdPartyDistributionChannels",
                        List.of()),
                "lifecycleState",
                "PUBLISHED",
                "isReshareDisabledByAuthor",
                false));
        if (!images.isEmpty()) {
            json.put("content", content(post, images));
        } else if (post.link() != null) {
            json.put("content", Map.of("article", Map.of("source", post.link().toString(), "title", title(post))));
        }
        return json;
    }

    /** The title of a link's box. */
    static String title(Post post) {
        var link = post.link();
        return !post.title().isEmpty() || link == null ? post.title() : String.valueOf(link.getHost());
    }

    static boolean isPublic(JsonNode post) {
        return post.path("lifecycleState").asText().equals("PUBLISHED")
                && post.path("visibility").asText().equals("PUBLIC");
    }

    /** @param read of an image's JSON, which has its URN and its alternative text */
    static LivePost read(JsonNode post, Function<JsonNode, LivePost.Image> read) {
        var text = LittleText.plain(post.path("commentary").asText());
        var source = post.path("content").path("article").path("source").asText("");
        // a box that leads where the text does not is something that was added
        var added = source.isEmpty() || text.contains(source) ? null : source;
        return new LivePost(
                "",
                Post.paragraphs(text),
                added,
                images(post).stream().map(read).toList());
    }

    /** Without what LinkedIn made of the images. */
    static LivePost read(JsonNode post) {
        return read(post, image -> LivePost.Image.reworked(altText(image), null));
    }

    static String altText(JsonNode image) {
        return image.path("altText").asText("");
    }

    private static Map<String, Object> content(Post post, List<String> urns) {
        var images = IntStream.range(0, urns.size())
                .mapToObj(i -> Map.of(
                        "id", urns.get(i), "altText", post.images().get(i).altText()))
                .toList();
        return images.size() == 1 ? Map.of("media", images.get(0)) : Map.of("multiImage", Map.of("images", images));
    }

    private static List<JsonNode> images(JsonNode post) {
        var images = new ArrayList<JsonNode>();
        var media = post.path("content").path("media");
        if (media.has("id")) {
            images.add(media);
        }
        post.path("content").path("multiImage").path("images").forEach(images::add);
        return images;
    }
}
