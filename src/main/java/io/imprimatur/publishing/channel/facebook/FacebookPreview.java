package io.imprimatur.publishing.channel.facebook;

import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.Preview.Card;
import io.imprimatur.publishing.channel.Preview.Count;
import io.imprimatur.publishing.channel.Preview.Crop;
import io.imprimatur.publishing.channel.Preview.Remark;
import io.imprimatur.publishing.channel.TextEntities;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A post as a Facebook page shows it. */
final class FacebookPreview {
    /** Of a message; Facebook documents no unit, so UTF-16 units are counted, of which a text has the most. */
    static final int CHARACTERS = 63_206;

    /** Facebook names no limit; a post shows five and hides the rest behind a number. */
    static final int IMAGES = 10;

    /** Where "See more" stands, as observed in a browser and in the app. */
    private static final Preview.Fold SEE_MORE = new Preview.Fold(477, 240);

    /** The Graph API's notation of a mention, which it takes out of the text. */
    private static final Pattern MENTION = Pattern.compile("@\\[\\d+(?::[^\\]\\n]{0,200})?]");

    private FacebookPreview() {}

    static Preview of(Post post) {
        var text = post.wholeText();
        return new Preview(
                null,
                text,
                List.of(
                        new Count("characters", text.length(), CHARACTERS, "body"),
                        new Count("images", post.images().size(), IMAGES, "images")),
                TextEntities.linksAndHashtags(text),
                mentions(text)
                        ? List.of(new Remark(
                                "becomes-mention",
                                "Facebook would replace a number in @[…] by the name of the page that has it.",
                                "body",
                                true))
                        : List.of(),
                SEE_MORE,
                card(post),
                post.images().stream().map(image -> crop(post.images().size())).toList());
    }

    /** The code of why the post is not sent; null when it is. */
    static @Nullable String refusal(Post post) {
        if (post.wholeText().length() > CHARACTERS) {
            return "too-long-for-platform";
        }
        if (post.images().size() > IMAGES) {
            return "too-many-images";
        }
        return mentions(post.wholeText()) ? "platform-changes-content" : null;
    }

    private static boolean mentions(String text) {
        return MENTION.matcher(text).find();
    }

    /** Facebook fetches its title after it was published. */
    private static @Nullable Card card(Post post) {
        var link = post.link();
        return link == null || link.getHost() == null || !post.images().isEmpty() ? null : new Card(link.getHost(), "");
    }

    /** One image is shown whole; more are shown as squares, as observed. */
    private static Crop crop(int images) {
        return images == 1 ? Crop.none() : new Crop(1.0, 1.0);
    }
}
