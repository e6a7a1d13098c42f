package io.imprimatur.publishing.channel.facebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.OAuthTerms;
import io.imprimatur.publishing.channel.OAuthTerms.Granted;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Reply;
import java.util.List;
import java.util.Map;

/**
 * How a page is connected: a person who looks after it agrees, their token of an hour is exchanged for one of 60 days, and that
 * for the page's own, which does not end until the person's right does
 * (developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived).
 */
final class FacebookLogin {
    private static final List<String> SCOPES =
            List.of("pages_show_list", "pages_read_engagement", "pages_read_user_content", "pages_manage_posts");

    private final ChannelHttp http;
    private final ObjectMapper json;

    FacebookLogin(ChannelHttp http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    OAuthTerms terms() {
        return new OAuthTerms(
                account -> account.address(
                                "authorize-page", "https://www.facebook.com/" + FacebookApi.VERSION + "/dialog/oauth")
                        .toString(),
                account -> FacebookApi.base(account) + tokenPath(),
                SCOPES,
                false,
                false,
                this::forThePage);
    }

    private Granted forThePage(Account account, Granted person) {
        var longLived = token(api(account, "")
                .get(
                        tokenPath(),
                        Map.of(
                                "grant_type",
                                "fb_exchange_token",
                                "client_id",
                                account.required("client-id"),
                                "client_secret",
                                account.secret("client-secret"),
                                "fb_exchange_token",
                                person.accessToken())));
        var page = account.required("page-id").strip();
        var path = "/" + FacebookApi.VERSION + "/" + page;
        return new Granted(token(api(account, longLived).get(path, Map.of("fields", "access_token"))), "", 0);
    }

    private JsonApi api(Account account, String token) {
        return new JsonApi(
                http,
                json,
                FacebookApi.base(account),
                headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                },
                new FacebookErrors(json));
    }

    /** A person who has no role on the page gets an answer without a token. */
    private static String token(Reply reply) {
        if (reply.json() == null) {
            throw reply.refusal() == null
                    ? AccountUnusable.forNow(reply.trouble(), reply.pause())
                    : AccountUnusable.untilConnectedAgain("page-not-granted");
        }
        var token = reply.json().path("access_token").asText();
        if (token.isEmpty()) {
            throw AccountUnusable.untilConnectedAgain("page-not-granted");
        }
        return token;
    }

    private static String tokenPath() {
        return "/" + FacebookApi.VERSION + "/oauth/access_token";
    }
}
