package io.imprimatur.publishing.account;

import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountField;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.OAuthTerms;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.sandbox.SandboxAnswer;
import io.imprimatur.publishing.sandbox.SandboxPlatform;
import io.imprimatur.publishing.sandbox.SandboxPost;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A platform that grants tokens as a test says. */
final class Granting implements SandboxPlatform, Platform {
    /** What it was sent. */
    final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();

    /** How the next requests for a token are answered; given is the form. */
    volatile Function<Map<String, String>, SandboxAnswer> answer =
            form -> granted("access-" + forms.size(), "refresh-" + forms.size());

    static SandboxAnswer granted(String access, String refresh) {
        return SandboxAnswer.json(
                200,
                refresh.isEmpty()
                        ? Map.of("access_token", access, "expires_in", 3600)
                        : Map.of("access_token", access, "refresh_token", refresh, "expires_in", 3600));
    }

    static SandboxAnswer refused() {
        return SandboxAnswer.json(400, Map.of("error", "invalid_grant"));
    }

    @Override
    public String key() {
        return "granting";
    }

    @Override
    public String displayName() {
        return "Granting";
    }

    @Override
    public List<AccountField> fields() {
        return List.of(
                AccountField.text("client-id", "Client id", "Help."),
                AccountField.secret("client-secret", "Client secret", "Help."),
                AccountField.address("api", "Address", "Help."));
    }

    @Override
    public Optional<OAuthTerms> oauth() {
        return Optional.of(new OAuthTerms(
                account -> account.required("api") + "/authorize",
                account -> account.required("api") + "/token",
                List.of("write"),
                true,
                false,
                OAuthTerms.Exchange.none()));
    }

    @Override
    public Channel open(Account account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return Map.of("client-id", "c", "client-secret", "s", "api", baseUrl);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        forms.add(request.form());
        return answer.apply(request.form());
    }

    @Override
    public List<SandboxPost> posts() {
        return List.of();
    }

    @Override
    public void vandalise(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String id) {
        throw new UnsupportedOperationException();
    }
}
