package io.imprimatur.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountField;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Bluesky, or any other personal data server of the AT Protocol, reached with an app password. */
@Component
final class BlueskyPlatform implements Platform {
    private final ChannelHttp http;
    private final ObjectMapper json;
    private final Clock clock;

    BlueskyPlatform(ChannelHttp http, ObjectMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "bluesky";
    }

    @Override
    public String displayName() {
        return "Bluesky";
    }

    @Override
    public List<AccountField> fields() {
        return List.of(
                AccountField.text("handle", "Handle", "Such as clinic.bsky.social, without the @."),
                AccountField.secret(
                        "password",
                        "App password",
                        "Made in Bluesky under Settings, Privacy and security, App passwords. Not the account's own."),
                AccountField.address(
                                "service",
                                "Hosting provider",
                                "Only for an account that is not hosted by Bluesky itself: the address of its server.")
                        .optional());
    }

    @Override
    public Channel open(Account account) {
        return new BlueskyChannel(
                account, new BlueskyApi(http, json, new BlueskySession(http, json, account)), json, clock);
    }
}
