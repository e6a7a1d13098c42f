package io.imprimatur.publishing.channel.ghost;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.PagePreview;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What Ghost takes, and the one word that it changes. */
final class GhostLimits {
    /** Of its table {@code posts}; a longer title is refused. */
    private static final int MAX_TITLE = 255;

    private static final int MAX_BODY = 100_000;
    private static final int MAX_IMAGES = 10;

    private GhostLimits() {}

    static ChannelInfo of(Account account) {
        return ChannelInfo.titled(account.key(), account.displayName(), MAX_TITLE, MAX_BODY, MAX_IMAGES);
    }

    static Preview preview(Post post, ChannelInfo info) {
        var page = PagePreview.of(post, info);
        return new Preview(
                page.title(),
                page.text(),
                page.counts(),
                page.entities(),
                remarks(post),
                page.fold(),
                page.card(),
                page.crops());
    }

    private static List<Preview.Remark> remarks(Post post) {
        var remarks = new ArrayList<Preview.Remark>();
        if (post.body().contains(GhostHtml.OWN_ADDRESS)) {
            remarks.add(ownAddress("body"));
        }
        if (Stream.ofNullable(post.link()).anyMatch(link -> link.toString().contains(GhostHtml.OWN_ADDRESS))) {
            remarks.add(ownAddress("link"));
        }
        return remarks;
    }

    private static Preview.Remark ownAddress(String field) {
        return new Preview.Remark(
                "platform-changes-content",
                "Ghost would show the address of the site instead of " + GhostHtml.OWN_ADDRESS + ".",
                field,
                true);
    }
}
