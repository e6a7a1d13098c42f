package io.imprimatur.publishing.channel;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.publishing.channel.Preview.Count;
import io.imprimatur.publishing.channel.Preview.Crop;
import java.util.List;

/** The preview of a channel that shows a page of its own: a title, all of the text, the whole images. */
public final class PagePreview {
    private PagePreview() {}

    public static Preview of(Post post, ChannelInfo limits) {
        var link = post.link();
        var text = String.join("\n\n", post.paragraphs()) + (link == null ? "" : "\n\n" + link);
        return new Preview(
                post.title(),
                text,
                List.of(
                        new Count("characters", length(post.title()), limits.maxTitle(), "title"),
                        new Count("characters", length(post.body()), limits.maxBody(), "body"),
                        new Count("images", post.images().size(), limits.maxImages(), "images")),
                link == null
                        ? List.of()
                        : List.of(new Preview.Entity(
                                Preview.Entity.Kind.LINK,
                                text.length() - link.toString().length(),
                                text.length())),
                List.of(),
                Preview.Fold.never(),
                null,
                post.images().stream().map(image -> Crop.none()).toList());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
