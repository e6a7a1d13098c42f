package io.imprimatur.publishing.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.OAuthTerms;
import io.imprimatur.publishing.channel.OAuthTerms.Granted;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxFacebook;
import io.imprimatur.publishing.sandbox.Shelf;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a person's token becomes the page's. */
class FacebookLoginTest {
    private final SandboxFacebook page = new SandboxFacebook(Shelf.inMemory(), Shelf.inMemory());
    private final Sandbox sandbox = Sandbox.of(page);
    private final Map<String, String> fields = new TreeMap<>(page.account(sandbox.url("facebook")));
    private final OAuthTerms terms = FacebookFixture.platform().oauth().orElseThrow();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void exchangesAPersonsTokenForThePagesWhichDoesNotEnd() {
        var granted = exchanged(new Granted("facebook-person-token", "", 5_000));
        assertThat(granted.accessToken()).isEqualTo(fields.get("access-token"));
        assertThat(granted.refreshToken()).isEmpty();
        assertThat(granted.lifetimeSeconds()).isZero();
    }

    @Test
    void saysWhenThePersonMayNotSpeakForThePage() {
        assertThatThrownBy(() -> exchanged(new Granted("another", "", 5_000)))
                .isInstanceOfSatisfying(AccountUnusable.class, unusable -> {
                    assertThat(unusable.code()).isEqualTo("page-not-granted");
                    assertThat(unusable.lasting()).isTrue();
                });
    }

    @Test
    void isTriedAgainWhenFacebookDoesNotAnswer() {
        sandbox.next("facebook", Fault.ERROR_BEFORE_WRITE, request -> true);
        assertThatThrownBy(() -> exchanged(new Granted("facebook-person-token", "", 5_000)))
                .isInstanceOfSatisfying(AccountUnusable.class, unusable -> assertThat(unusable.lasting())
                        .isFalse());
    }

    @Test
    void asksAtFacebooksOwnPagesUnlessToldOtherwise() {
        var account = new AccountFixture("facebook", Map.of());
        assertThat(terms.authorize().apply(account)).isEqualTo("https://www.facebook.com/v25.0/dialog/oauth");
        assertThat(terms.token().apply(account)).isEqualTo("https://graph.facebook.com/v25.0/oauth/access_token");
        assertThat(terms.token().apply(new AccountFixture("facebook", fields)))
                .isEqualTo(sandbox.url("facebook") + "/v25.0/oauth/access_token");
        assertThat(terms.scopes()).contains("pages_manage_posts", "pages_read_engagement");
    }

    private Granted exchanged(Granted person) {
        return terms.afterwards().apply(new AccountFixture("facebook", fields), person);
    }
}
