package io.imprimatur.publishing.channel.x;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountField;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.OAuthTerms;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Waiting;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** X, connected by OAuth 2 as a confidential client (docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code). */
@Component
final class XPlatform implements Platform {
    private static final String API = "https://api.x.com";
    private static final List<String> SCOPES =
            List.of("tweet.read", "tweet.write", "users.read", "media.write", "offline.access");

    private final ChannelHttp http;
    private final ObjectMapper json;
    private final Clock clock;
    private final Waiting waiting;

    XPlatform(ChannelHttp http, ObjectMapper json, Clock clock, Waiting waiting) {
        this.http = http;
        this.json = json;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public String key() {
        return "x";
    }

    @Override
    public String displayName() {
        return "X";
    }

    @Override
    public List<AccountField> fields() {
        return List.of(
                AccountField.text(
                        "client-id",
                        "Client ID",
                        "Of your app in the X developer console, under Keys and tokens, OAuth 2.0. Its type is Web App."),
                AccountField.secret("client-secret", "Client secret", "Shown there once, when it is made."),
                AccountField.address("api", "Address of the API", "Only for a proxy; else " + API + ".")
                        .optional(),
                AccountField.address(
                                "authorize-page", "Page where access is agreed to", "Only for a proxy; else X's own.")
                        .optional());
    }

    @Override
    public Optional<OAuthTerms> oauth() {
        return Optional.of(new OAuthTerms(
                account -> account.address("authorize-page", "https://x.com/i/oauth2/authorize")
                        .toString(),
                account -> XApi.base(account.address("api", API)) + "/2/oauth2/token",
                SCOPES,
                true,
                true,
                OAuthTerms.Exchange.none()));
    }

    @Override
    public Channel open(Account account) {
        var api = new XApi(http, json, XApi.base(account.address("api", API)), account);
        return new XChannel(account, api, new XMedia(api, waiting), clock);
    }
}
