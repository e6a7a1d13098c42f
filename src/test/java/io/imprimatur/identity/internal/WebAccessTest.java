package io.imprimatur.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.testing.Browser;
import io.imprimatur.testing.IntegrationTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@IntegrationTest
class WebAccessTest {
    private static final List<String> PUBLIC = List.of(
            "/newsroom", "/portal", "/login", "/error", "/inbox", "/unsubscribe", "/actuator/health", "/favicon.ico");

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    private record Endpoint(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Read from the running application, so an endpoint that is added tomorrow is tried too. */
    @TestFactory
    Stream<DynamicTest> asksAnonymousVisitorsOfEveryEndpointToLogIn() {
        return endpoints()
                .filter(endpoint -> PUBLIC.stream().noneMatch(endpoint.path()::startsWith))
                .filter(endpoint -> !endpoint.path().equals("/"))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    var browser = new Browser(port);
                    browser.get("/login");

                    var answer = browser.sendJson(endpoint.method(), endpoint.path(), "{}");

                    if (isForPrograms(endpoint.path())) {
                        assertThat(answer.statusCode()).isEqualTo(401);
                        assertThat(answer.headers().firstValue("Content-Type"))
                                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
                        assertThat(answer.body()).contains("urn:imprimatur:problem:not-logged-in");
                    } else {
                        assertThat(answer.statusCode()).isEqualTo(302);
                        assertThat(answer.headers().firstValue("Location")).hasValue("/login");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> takesNoChangeByASessionWithoutItsToken() {
        var browser = Browser.loggedIn(port, "author");
        return endpoints()
                .filter(endpoint ->
                        !endpoint.method().equals("GET") && !endpoint.method().equals("HEAD"))
                .filter(endpoint -> !endpoint.path().startsWith("/actuator")
                        && !endpoint.path().equals("/error")
                        // mail programs post there without a session: the token in the path is the proof
                        && !endpoint.path().startsWith("/unsubscribe"))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    var answer =
                            browser.send(endpoint.method(), endpoint.path(), "{}", "Content-Type", "application/json");

                    assertThat(answer.statusCode()).isEqualTo(403);
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/ledger, author",
        "GET, /api/ledger, legal",
        "GET, /api/ledger, clinical",
        "GET, /api/ledger, manager",
        "GET, /api/ledger, admin",
        "GET, /api/ledger/verification, manager",
        "GET, /api/directory, author",
        "PUT, /api/directory, manager",
        "POST, /api/directory/import, admin",
        "GET, /api/screenings/statistics, legal",
        "GET, /api/incidents, author",
        "GET, /api/incidents, legal",
        "GET, /api/flows/groups, author",
        "POST, /api/flows/check, legal",
        "POST, /api/flows/drafts, compliance",
        "GET, /api/accounts, author",
        "GET, /api/accounts, compliance",
        "POST, /api/accounts, legal",
        "PUT, /api/publishing/stop, manager",
        "POST, /api/withdrawals, author",
        "POST, /api/publications/1/retry, author",
        "POST, /api/publications/1/retry, legal",
        "POST, /api/publications/1/settlement, clinical",
        "GET, /actuator/info, author",
        "GET, /actuator/info, manager",
        "GET, /actuator/info, compliance",
        "GET, /api/nothing-that-exists, admin"
    })
    void tellsTheWrongRoleThatItsGroupsDoNotAllowThis(String method, String path, String name) {
        var answer = new Browser(port)
                .send(method, path, null, "Authorization", Browser.basic(name), "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("Your groups do not allow this.");
    }

    @Test
    void opensTheLedgerToComplianceAndTheActuatorToOperators() {
        assertThat(new Browser(port)
                        .get("/api/ledger", "Authorization", Browser.basic("compliance"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Browser(port)
                        .get("/actuator/info", "Authorization", Browser.basic("admin"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Browser(port).get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(new Browser(port).get("/actuator/health").body()).doesNotContain("components");
    }

    @Test
    void deniesPathsThatNobodyGranted() {
        assertThat(new Browser(port).get("/not-granted").statusCode()).isEqualTo(302);
        assertThat(Browser.loggedIn(port, "admin").get("/not-granted").statusCode())
                .isEqualTo(403);
    }

    @Test
    void acceptsASessionOnlyTogetherWithItsTokenAndBasicWithoutOne() {
        var browser = Browser.loggedIn(port, "author");
        var text = "{\"text\":\"Good morning\"}";

        assertThat(browser.send("POST", "/api/screenings", text, "Content-Type", "application/json")
                        .body())
                .contains("urn:imprimatur:problem:csrf");
        assertThat(browser.sendJson("POST", "/api/screenings", text).statusCode())
                .isEqualTo(200);
        assertThat(new Browser(port)
                        .send(
                                "POST",
                                "/api/screenings",
                                text,
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                Browser.basic("author"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesNoForgedRequestOfABrowserThatKnowsThePassword() {
        var forged = new String[] {
            "Authorization", Browser.basic("manager"), "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"
        };

        assertThat(new Browser(port)
                        .send("POST", "/engine-rest/deployment/create", "", forged)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Browser(port).send("POST", "/api/contents", "{}", forged).statusCode())
                .isEqualTo(403);
    }

    @Test
    void asksProgramsButNotBrowsersForBasic() {
        assertThat(new Browser(port).get("/api/contents").headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
        assertThat(new Browser(port)
                        .get("/api/contents", "Sec-Fetch-Mode", "navigate")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void readsNoSessionOnTheEnginesRest() {
        var browser = Browser.loggedIn(port, "manager");

        var answer = browser.get("/engine-rest/deployment");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("AuthenticationException");
        assertThat(new Browser(port)
                        .get("/engine-rest/deployment", "Authorization", Browser.basic("manager"))
                        .headers()
                        .allValues("Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/check", "/newsroom", "/api/contents", "/assets/imprimatur.css"})
    void tellsBrowsersWhatAPageMayDo(String path) {
        var headers = Browser.loggedIn(port, "author").get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/review/0b0e7a10-0000-4000-8000-000000000000", "/contents"})
    void letsOnlyOurOwnPagesFrameWhatTasklistShows(String path) {
        var headers = Browser.loggedIn(port, "legal").get(path).headers();

        assertThat(headers.firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'self'");
    }

    @Test
    void letsNobodyFrameTasklist() {
        var answer = Browser.loggedIn(port, "legal").get("/camunda/app/tasklist/default/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'", "default-src 'self'");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator");
    }

    private Stream<Endpoint> endpoints() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream().flatMap(pattern -> {
                    var methods = info.getMethodsCondition().getMethods();
                    return (methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream())
                            .map(method -> new Endpoint(method.name(), example(pattern)));
                }))
                .distinct();
    }

    private static String example(String pattern) {
        return Map.of("/**", "/x", "/*", "/x").entrySet().stream()
                .reduce(
                        pattern.replaceAll("\\{[^}]*\\}", "0b0e7a10-0000-4000-8000-000000000000"),
                        (path, wildcard) -> path.replace(wildcard.getKey(), wildcard.getValue()),
                        (one, other) -> other);
    }
}
