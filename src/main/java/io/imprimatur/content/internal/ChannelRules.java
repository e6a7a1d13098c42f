package io.imprimatur.content.internal;

import io.imprimatur.content.ChannelCatalog;
import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.content.ChannelCatalog.Remark;
import io.imprimatur.content.Revision;
import io.imprimatur.platform.Refusal;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which channels a piece may name, and what each takes. Without a catalogue no channel is known. */
@Component
class ChannelRules {
    private final ObjectProvider<ChannelCatalog> catalogs;

    ChannelRules(ObjectProvider<ChannelCatalog> catalogs) {
        this.catalogs = catalogs;
    }

    /** The channels sorted and each once; all of them exist. */
    List<String> known(List<String> channels) {
        channels.forEach(this::require);
        return channels.stream().distinct().sorted().toList();
    }

    /** Whether every channel of the revision takes it. */
    void requireFit(Revision revision) {
        if (revision.channels().isEmpty()) {
            throw Refusal.invalid("channels-missing", "Choose at least one channel to publish on.")
                    .about("channels");
        }
        for (var key : revision.channels()) {
            var channel = require(key);
            requireAtMost(PlainText.length(revision.title()), channel.maxTitle(), channel, "title", "characters");
            var own = revision.texts().get(key);
            requireAtMost(
                    PlainText.length(own == null ? revision.body() : own),
                    channel.maxBody(),
                    channel,
                    own == null ? "body" : "texts[" + key + "]",
                    "characters");
            requireAtMost(revision.images().size(), channel.maxImages(), channel, "images", "images");
            requireTaken(key, revision);
        }
    }

    /** What the platform itself would refuse, counted as it counts. */
    private void requireTaken(String key, Revision revision) {
        catalogs.stream()
                .flatMap(catalog -> catalog.remarks(key, revision).stream())
                .filter(Remark::refused)
                .findFirst()
                .ifPresent(remark -> {
                    throw Refusal.invalid(remark.code(), remark.sentence()).about(remark.field());
                });
    }

    private ChannelInfo require(String key) {
        return catalogs.stream()
                .flatMap(catalog -> catalog.channel(key).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("channel-unknown", "There is no channel of that name.")
                        .about("channels"));
    }

    private static void requireAtMost(int count, int most, ChannelInfo channel, String field, String unit) {
        if (count > most) {
            var where = field.equals("images") ? "" : " in the " + (field.equals("title") ? "title" : "text");
            throw Refusal.invalid(
                            "too-long-for-channel",
                            channel.displayName() + " takes at most " + most + " " + unit + where + ".")
                    .about(field);
        }
    }
}
