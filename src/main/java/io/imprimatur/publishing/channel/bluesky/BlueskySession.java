package io.imprimatur.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * The session of one account, kept in memory only. An access token lives two hours; a call that is refused because it
 * ended is made again with a new one, by {@code refreshSession}, or else by {@code createSession}, of which an account has
 * 30 in five minutes (docs.bsky.app/docs/advanced-guides/rate-limits).
 */
final class BlueskySession {
    /** Sends accounts on to the servers that hold them, which their DID documents name. */
    private static final String ENTRYWAY = "bsky.social";

    private static final Set<String> ENDED = Set.of("ExpiredToken", "InvalidToken");

    private final ChannelHttp http;
    private final ObjectMapper json;
    private final Account account;
    private @Nullable Tokens tokens;

    BlueskySession(ChannelHttp http, ObjectMapper json, Account account) {
        this.http = http;
        this.json = json;
        this.account = account;
    }

    /** @param server that holds the account's posts */
    record Tokens(String handle, String did, String access, String refresh, URI server) {
        @Override
        public String toString() {
            return "Tokens[" + did + "]";
        }
    }

    /** @throws AccountUnusable when there is no session to be had */
    synchronized Tokens current() {
        var kept = tokens;
        return kept != null && kept.handle().equals(handle()) ? kept : keep(created());
    }

    /**
     * Makes a call with the session's tokens. It is made twice only when the first was refused for its token, and so did
     * nothing.
     *
     * @throws AccountUnusable when there is no session to be had; the call did nothing then
     */
    Reply call(Function<Tokens, Reply> call) {
        var first = current();
        var reply = call.apply(first);
        if (!ended(reply)) {
            return reply;
        }
        var second = call.apply(renewed(first));
        if (ended(second)) {
            throw AccountUnusable.untilConnectedAgain("credentials-refused");
        }
        return second;
    }

    JsonApi api(URI server, String token) {
        return new JsonApi(http, json, server, headers -> headers.setBearerAuth(token), new BlueskyErrors());
    }

    /** @param ended the tokens that were refused; another thread may have got new ones meanwhile */
    private synchronized Tokens renewed(Tokens ended) {
        var kept = tokens;
        if (kept != null && !kept.access().equals(ended.access())) {
            return kept;
        }
        var reply = api(service(), ended.refresh())
                .send(HttpMethod.POST, "/xrpc/com.atproto.server.refreshSession", Map.of());
        return keep(reply.refusal() == null ? read(reply) : created());
    }

    private Tokens created() {
        var open = new JsonApi(http, json, service(), headers -> {}, new BlueskyErrors());
        return read(open.send(
                HttpMethod.POST,
                "/xrpc/com.atproto.server.createSession",
                Map.of(),
                Map.of("identifier", handle(), "password", account.secret("password"))));
    }

    private Tokens read(Reply reply) {
        var session = reply.json();
        if (session == null) {
            var refusal = reply.refusal();
            throw refusal == null
                    ? AccountUnusable.forNow(reply.trouble(), reply.pause())
                    : AccountUnusable.untilConnectedAgain(reply.badRequest() ? "credentials-refused" : refusal);
        }
        if (!session.path("active").asBoolean(true)) {
            throw AccountUnusable.untilConnectedAgain("account-not-allowed");
        }
        return new Tokens(
                handle(),
                session.path("did").asText(),
                session.path("accessJwt").asText(),
                session.path("refreshJwt").asText(),
                server(service(), session));
    }

    /** An account at the entryway is asked where it is; one at another service is there. */
    static URI server(URI asked, JsonNode session) {
        if (ENTRYWAY.equalsIgnoreCase(asked.getHost())) {
            for (var service : session.path("didDoc").path("service")) {
                var address = service.path("serviceEndpoint").asText();
                if (service.path("id").asText().endsWith("#atproto_pds") && address.startsWith("https://")) {
                    return URI.create(address);
                }
            }
        }
        return asked;
    }

    private Tokens keep(Tokens fresh) {
        tokens = fresh;
        return fresh;
    }

    private String handle() {
        return account.required("handle").strip();
    }

    private URI service() {
        var address = account.address("service", "https://" + ENTRYWAY).toString();
        return URI.create(address.replaceFirst("/+$", ""));
    }

    private static boolean ended(Reply reply) {
        return reply.badRequest() && ENDED.contains(reply.error().path("error").asText());
    }
}
