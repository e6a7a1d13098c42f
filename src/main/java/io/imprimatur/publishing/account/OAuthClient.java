package io.imprimatur.publishing.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.OAuthTerms;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The requests of OAuth 2 (RFC 6749, sections 4.1 and 6; RFC 7636). */
@Component
class OAuthClient {
    private static final String CLIENT_ID = "client-id";
    private static final String CLIENT_SECRET = "client-secret";

    private final ChannelHttp http;
    private final ObjectMapper json;

    OAuthClient(ChannelHttp http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    /** The platform's page on which a manager agrees. */
    URI authorizePage(Account account, OAuthTerms terms, String state, String challenge, URI callback) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", account.required(CLIENT_ID));
        parameters.put("redirect_uri", callback.toString());
        parameters.put("scope", String.join(" ", terms.scopes()));
        parameters.put("state", state);
        if (terms.pkce()) {
            parameters.put("code_challenge", challenge);
            parameters.put("code_challenge_method", "S256");
        }
        var page = UriComponentsBuilder.fromUriString(terms.authorize().apply(account));
        parameters.keySet().forEach(name -> page.queryParam(name, "{" + name + "}"));
        return page.encode().buildAndExpand(parameters).toUri();
    }

    /** @throws AccountUnusable when the platform does not grant one */
    OAuthTerms.Granted exchange(Account account, OAuthTerms terms, String code, String verifier, URI callback) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", callback.toString());
        if (terms.pkce()) {
            form.put("code_verifier", verifier);
        }
        return terms.afterwards().apply(account, granted(ask(account, terms, form)));
    }

    /** @throws AccountUnusable lasting when the platform refuses the refresh token */
    OAuthTerms.Granted refresh(Account account, OAuthTerms terms, String refreshToken) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return granted(ask(account, terms, form));
    }

    private Reply ask(Account account, OAuthTerms terms, Map<String, String> form) {
        form.put("client_id", account.required(CLIENT_ID));
        // applications that run on no server of the house have none
        var secret = account.secretIfFilled(CLIENT_SECRET).orElse("");
        if (!terms.basic() && !secret.isEmpty()) {
            form.put("client_secret", secret);
        }
        var api = new JsonApi(http, json, URI.create(terms.token().apply(account)), headers -> {
            if (terms.basic() && !secret.isEmpty()) {
                headers.setBasicAuth(encoded(account.required(CLIENT_ID)), encoded(secret));
            }
        });
        return api.send(
                HttpMethod.POST,
                URI.create(terms.token().apply(account)),
                headers -> headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED),
                encoded(form).getBytes(StandardCharsets.UTF_8));
    }

    private static OAuthTerms.Granted granted(Reply reply) {
        var json = reply.json();
        if (json == null) {
            throw reply.refusal() != null
                    ? AccountUnusable.untilConnectedAgain(Tokens.CONNECT_AGAIN)
                    : AccountUnusable.forNow(reply.trouble(), reply.pause());
        }
        var token = json.path("access_token").asText("");
        if (token.isEmpty()) {
            throw AccountUnusable.forNow("no-answer", null);
        }
        return new OAuthTerms.Granted(
                token,
                json.path("refresh_token").asText(""),
                json.path("expires_in").asLong(0));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** In the header Authorization too (RFC 6749, section 2.3.1). */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
