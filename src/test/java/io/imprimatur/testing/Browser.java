package io.imprimatur.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody with cookies, over real HTTP; redirects are not followed. */
public final class Browser {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final URI server;

    public Browser(int port) {
        server = URI.create("http://127.0.0.1:" + port);
    }

    /** A browser in which that person of the demonstration is logged in. */
    public static Browser loggedIn(int port, String name) {
        var browser = new Browser(port);
        var answer = browser.logIn(name, name);
        if (answer.statusCode() != 302) {
            throw new AssertionError("login as " + name + " answered " + answer.statusCode());
        }
        return browser;
    }

    public HttpResponse<String> logIn(String name, String password) {
        get("/login");
        return postForm("/login", Map.of("username", name, "password", password, "_csrf", csrfFromPage("/login")));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public HttpResponse<String> postForm(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, "Content-Type", "application/x-www-form-urlencoded");
    }

    /** Sends JSON with the token that our scripts send. */
    public HttpResponse<String> sendJson(String method, String path, @Nullable String json) {
        return send(
                method,
                path,
                json,
                "Content-Type",
                "application/json",
                "X-Imprimatur-CSRF",
                cookie("IMPRIMATUR-CSRF").orElse("none"));
    }

    /** Sends JSON with the token that Tasklist sends. */
    public HttpResponse<String> asTasklist(String method, String path, @Nullable String json) {
        if (cookie("XSRF-TOKEN").isEmpty()) {
            get("/camunda/app/tasklist/default/");
        }
        return send(
                method,
                path,
                json,
                "Content-Type",
                "application/json",
                "Accept",
                "application/json",
                "X-XSRF-TOKEN",
                cookie("XSRF-TOKEN").orElse("none"));
    }

    public HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void setCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain(server.getHost());
        cookie.setVersion(0);
        cookies.getCookieStore().add(server, cookie);
    }

    /** The hidden field of the first form on that page. */
    public String csrfFromPage(String path) {
        var page = get(path).body();
        var name = page.indexOf("name=\"_csrf\"");
        if (name < 0) {
            throw new AssertionError("no form with a token on " + path + ": " + page);
        }
        var value = page.indexOf("value=\"", name) + 7;
        return page.substring(value, page.indexOf('"', value));
    }

    /** The header of HTTP Basic for a person of the demonstration. */
    public static String basic(String name) {
        return basic(name, name);
    }

    public static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
