package io.imprimatur.publishing.channel.linkedin;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountField;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.OAuthTerms;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.LivePictures;
import io.imprimatur.publishing.channel.http.Waiting;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Company pages on LinkedIn, connected by a person who may post for them. Access lasts 60 days; only some partners get a token
 * to refresh it with, all others connect again.
 */
@Component
final class LinkedInPlatform implements Platform {
    private static final String AUTHORIZE = "https://www.linkedin.com/oauth/v2/authorization";

    private final ChannelHttp http;
    private final ObjectMapper json;
    private final Waiting waiting;

    LinkedInPlatform(ChannelHttp http, ObjectMapper json, Waiting waiting) {
        this.http = http;
        this.json = json;
        this.waiting = waiting;
    }

    @Override
    public String key() {
        return "linkedin";
    }

    @Override
    public String displayName() {
        return "LinkedIn";
    }

    @Override
    public List<AccountField> fields() {
        return List.of(
                AccountField.text(
                        "organization", "Page", "The number in the address of the page's administration on LinkedIn."),
                AccountField.text("client-id", "Client id", "Of your app at linkedin.com/developers."),
                AccountField.secret("client-secret", "Client secret", "Of the same app, under Auth."),
                AccountField.address("api", "Address of the API", "Leave it empty for " + LinkedInApi.API + ".")
                        .optional(),
                AccountField.address(
                                "authorize-page",
                                "Address of the page where you agree",
                                "Leave it empty for LinkedIn's own.")
                        .optional(),
                AccountField.text(
                                "version",
                                "Version of the API",
                                "Year and month, such as " + LinkedInApi.VERSION
                                        + "; fill it in when LinkedIn has ended the version that is used without it.")
                        .optional());
    }

    @Override
    public Optional<OAuthTerms> oauth() {
        return Optional.of(new OAuthTerms(
                account -> authorizePage(account).toString(),
                account -> authorizePage(account).resolve("accessToken").toString(),
                List.of("w_organization_social", "r_organization_social"),
                false,
                false,
                OAuthTerms.Exchange.none()));
    }

    @Override
    public Channel open(Account account) {
        var api = new LinkedInApi(http, json, account);
        return new LinkedInChannel(
                account,
                api,
                new LinkedInImages(api, waiting),
                new LinkedInReader(api, new LivePictures(http, api.address())));
    }

    /** Tokens are granted beside it. */
    private static URI authorizePage(Account account) {
        return account.address("authorize-page", AUTHORIZE);
    }
}
