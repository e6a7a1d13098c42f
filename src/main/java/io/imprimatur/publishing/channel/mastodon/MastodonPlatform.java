package io.imprimatur.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountField;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.LivePictures;
import io.imprimatur.publishing.channel.http.Waiting;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mastodon instances, reached with an access token that the account's owner makes there. */
@Component
final class MastodonPlatform implements Platform {
    private final ChannelHttp http;
    private final ObjectMapper json;
    private final Waiting waiting;
    private final KnownInstances instances;

    MastodonPlatform(ChannelHttp http, ObjectMapper json, Waiting waiting, Clock clock) {
        this.http = http;
        this.json = json;
        this.waiting = waiting;
        this.instances = new KnownInstances(clock);
    }

    @Override
    public String key() {
        return "mastodon";
    }

    @Override
    public String displayName() {
        return "Mastodon";
    }

    @Override
    public List<AccountField> fields() {
        return List.of(
                AccountField.address("instance", "Address of the instance", "Such as https://mastodon.example."),
                AccountField.secret(
                        "access-token",
                        "Access token",
                        "Made on the instance under Preferences, Development, New application; with the scopes"
                                + " read:accounts, read:statuses, write:media and write:statuses."),
                AccountField.text(
                                "language",
                                "Language of the posts",
                                "Two letters, such as en; without it the account's own preference counts.")
                        .optional());
    }

    @Override
    public Channel open(Account account) {
        var api = new MastodonApi(http, json, account);
        return new MastodonChannel(
                account,
                api,
                new MastodonMedia(api, waiting),
                new MastodonReader(api, new LivePictures(http, api.instance())),
                instances);
    }
}
