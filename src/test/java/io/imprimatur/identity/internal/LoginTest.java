package io.imprimatur.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.identity.Groups;
import io.imprimatur.identity.Person;
import io.imprimatur.testing.Browser;
import io.imprimatur.testing.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

@IntegrationTest
class LoginTest {
    private static final String SESSION = "IMPRIMATUR-SESSION";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonStore people;

    @Test
    void leadsBackToThePageAskedFor() {
        var browser = new Browser(port);

        var asked = browser.get("/check?from=here");
        var answer = browser.logIn("author", "author");

        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.headers().firstValue("Location")).hasValue("/login");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/check?from=here");
    }

    @Test
    void doesNotLeadToAnotherSite() {
        for (var planted :
                List.of("https://evil.example/", "//evil.example", "/\\evil.example", "/\tevil.example", "x")) {
            var browser = new Browser(port);
            browser.setCookie(
                    ReturnPath.COOKIE,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(planted.getBytes(StandardCharsets.UTF_8)));

            var answer = browser.logIn("author", "author");

            assertThat(answer.headers().firstValue("Location")).as(planted).hasValue("/");
        }
    }

    @Test
    void refusesAWrongPasswordInOneSentence() {
        var answer = new Browser(port).logIn("legal", "wrong");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Name and password do not match.").doesNotContain("wrong\"");
    }

    @Test
    void changesTheSessionSoThatAPlantedOneIsWorthNothing() {
        var attacker = Browser.loggedIn(port, "author");
        var planted = attacker.cookie(SESSION).orElseThrow();
        var victim = new Browser(port);
        victim.setCookie(SESSION, planted);

        victim.logIn("compliance", "compliance");

        assertThat(victim.cookie(SESSION)).isPresent().isNotEqualTo(Optional.of(planted));
        assertThat(attacker.get("/check").statusCode()).isEqualTo(302);
    }

    @Test
    void keepsTheSessionFromScriptsAndFromOtherSites() {
        var browser = new Browser(port);
        var answer = browser.logIn("author", "author");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SESSION + "="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = 'author'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void opensNoSessionForWhoeverKnocks() {
        var before = sessions();

        new Browser(port).get("/contents");
        new Browser(port).get("/login");
        new Browser(port).get("/camunda/app/tasklist/default/");

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void endsTheSessionAtLogout() {
        var browser = Browser.loggedIn(port, "author");
        var session = browser.cookie(SESSION).orElseThrow();

        var answer = browser.postForm("/logout", Map.of("_csrf", browser.csrfFromPage("/login")));
        browser.setCookie(SESSION, session);

        assertThat(answer.headers().firstValue("Location")).hasValue("/login?logout");
        assertThat(browser.get("/check").statusCode()).isEqualTo(302);
    }

    @Test
    void storesNoPasswordThatCanBeRead() {
        var hashes =
                jdbc.sql("select password_hash from person").query(String.class).list();

        assertThat(hashes).isNotEmpty().allMatch(hash -> hash.startsWith("{bcrypt}$2"));
    }

    @Test
    void renewsAnOutdatedHashAtLogin() {
        var id = newPerson("renew me, please");
        var outdated = "{pbkdf2}"
                + Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("renew me, please");
        jdbc.sql("update person set password_hash = ? where id = ?")
                .params(outdated, id)
                .update();

        assertThat(people.passwordMatches(id, "renew me, please")).isTrue();

        assertThat(jdbc.sql("select password_hash from person where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}");
        assertThat(people.passwordMatches(id, "renew me, please")).isTrue();
    }

    @Test
    void keepsOutWhoeverWasDeactivatedFromTheNextRequestOn() {
        var id = newPerson("soon to leave us");
        var browser = new Browser(port);
        browser.logIn(id, "soon to leave us");
        assertThat(browser.get("/v3/api-docs").statusCode()).isEqualTo(200);

        jdbc.sql("update person set active = false where id = ?").param(id).update();

        assertThat(browser.get("/v3/api-docs").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).logIn(id, "soon to leave us").statusCode()).isEqualTo(401);
        assertThat(people.find(id)).get().extracting(Person::groups).isEqualTo(Set.of());
    }

    @Test
    void makesGuessersWait() {
        var name = "guessed-" + UUID.randomUUID();
        var answers = IntStream.range(0, 11)
                .mapToObj(number -> new Browser(port).logIn(name, "guess " + number))
                .toList();

        var last = answers.get(answers.size() - 1);
        assertThat(answers.get(0).statusCode()).isEqualTo(401);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).containsPattern("Too many failed logins\\. Try again in \\d+ minutes\\.");
        assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();

        var basic = new Browser(port).get("/api/contents", "Authorization", Browser.basic(name));
        assertThat(basic.statusCode()).isEqualTo(429);
        assertThat(basic.body()).contains("urn:imprimatur:problem:too-many-logins", "Try again in");
        var engine = new Browser(port).get("/engine-rest/task", "Authorization", Browser.basic(name));
        assertThat(engine.statusCode()).isEqualTo(429);
    }

    @Test
    void recordsLoginsWithoutPasswordsAndWithoutNamesThatNobodyHas() {
        var secret = "s3cret-" + UUID.randomUUID();
        var id = newPerson(secret);
        var browser = new Browser(port);
        browser.logIn(secret, "typed into the wrong field");
        browser.logIn(id, "wrong");
        browser.logIn(id, secret);
        browser.postForm("/logout", Map.of("_csrf", browser.csrfFromPage("/login")));

        assertThat(jdbc.sql("select action from ledger_entry where subject = ?")
                        .param("person:" + id)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("LOGIN_REFUSED", "LOGIN", "LOGOUT");
        assertThat(jdbc.sql("select count(*) from ledger_entry e where e::text like ?")
                        .param("%" + secret + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String newPerson(String password) {
        var id = "p-" + UUID.randomUUID();
        people.create(new Person(id, "Some Body", id + "@imprimatur.local", Set.of(Groups.AUTHORS)), password);
        return id;
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }
}
