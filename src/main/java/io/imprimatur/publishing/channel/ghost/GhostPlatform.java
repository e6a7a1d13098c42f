package io.imprimatur.publishing.channel.ghost;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountField;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ghost 6 sites, reached with the admin key of a custom integration. */
@Component
final class GhostPlatform implements Platform {
    private final ChannelHttp http;
    private final ObjectMapper json;
    private final Clock clock;

    GhostPlatform(ChannelHttp http, ObjectMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "ghost";
    }

    @Override
    public String displayName() {
        return "Ghost";
    }

    @Override
    public List<AccountField> fields() {
        return List.of(
                AccountField.address(
                        "url", "Address of the site", "The API URL of the integration, without /ghost at its end."),
                AccountField.secret(
                        "admin-key",
                        "Admin API key",
                        "Made in Ghost under Settings, Integrations, Add custom integration."));
    }

    @Override
    public Channel open(Account account) {
        return new GhostChannel(account, new GhostApi(http, json, account, clock));
    }
}
