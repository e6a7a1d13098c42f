package io.imprimatur.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Sends anonymous visitors of a page to the login page and back again. The page's path waits in a cookie: no session, so no
 * row in the database, for everybody who knocks. Only a path of this very host is followed.
 */
@Component
class ReturnPath implements AuthenticationEntryPoint, AuthenticationSuccessHandler {
    static final String COOKIE = "IMPRIMATUR-RETURN";
    private static final int LONGEST = 1_000;
    private static final Duration MAX_AGE = Duration.ofMinutes(15);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (request.getMethod().equals("GET")) {
            var query = request.getQueryString();
            var path = request.getRequestURI() + (query == null ? "" : "?" + query);
            if (isOurs(path)) {
                setCookie(request, response, encode(path), MAX_AGE);
            }
        }
        response.sendRedirect("/login");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var cookie = WebUtils.getCookie(request, COOKIE);
        setCookie(request, response, "", Duration.ZERO);
        var path = cookie == null ? null : decode(cookie.getValue());
        response.sendRedirect(path != null && isOurs(path) ? path : "/");
    }

    /** Whether a browser that follows it stays on this host: browsers read {@code //} and {@code /\} as another one. */
    private static boolean isOurs(String path) {
        if (path.length() > LONGEST || !path.startsWith("/") || path.startsWith("//")) {
            return false;
        }
        try {
            var uri = new URI(path);
            return !uri.isAbsolute() && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void setCookie(
            HttpServletRequest request, HttpServletResponse response, String value, Duration maxAge) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/login")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(maxAge)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String encode(String path) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String decode(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
