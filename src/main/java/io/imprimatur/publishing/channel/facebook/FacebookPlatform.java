package io.imprimatur.publishing.channel.facebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountField;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.OAuthTerms;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.LivePictures;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Facebook pages, connected by a person who may post on them. */
@Component
final class FacebookPlatform implements Platform {
    private final ChannelHttp http;
    private final ObjectMapper json;

    FacebookPlatform(ChannelHttp http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    @Override
    public String key() {
        return "facebook";
    }

    @Override
    public String displayName() {
        return "Facebook page";
    }

    @Override
    public List<AccountField> fields() {
        return List.of(
                AccountField.text("page-id", "Page id", "A number, shown on the page under About, Page transparency."),
                AccountField.text("client-id", "App id", "Of your app at developers.facebook.com."),
                AccountField.secret("client-secret", "App secret", "Of the same app, under App settings, Basic."),
                AccountField.address("api", "Address of the API", "Leave it empty for " + FacebookApi.API + ".")
                        .optional(),
                AccountField.address(
                                "authorize-page",
                                "Address of the page where you agree",
                                "Leave it empty for Facebook's own.")
                        .optional());
    }

    @Override
    public Optional<OAuthTerms> oauth() {
        return Optional.of(new FacebookLogin(http, json).terms());
    }

    @Override
    public Channel open(Account account) {
        var api = new FacebookApi(http, json, account);
        return new FacebookChannel(account, api, new FacebookReader(api, new LivePictures(http, api.address())));
    }
}
