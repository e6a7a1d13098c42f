package io.imprimatur.identity.internal;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Double-submit token under names of our own: Tasklist keeps its token in {@code XSRF-TOKEN}, Spring's default. Scripts
 * send the cookie's value in the header; forms carry it masked, against BREACH.
 */
final class CsrfTokens implements CsrfTokenRequestHandler {
    static final String COOKIE = "IMPRIMATUR-CSRF";
    static final String HEADER = "X-Imprimatur-CSRF";

    private final CsrfTokenRequestHandler plain = new CsrfTokenRequestAttributeHandler();
    private final CsrfTokenRequestHandler masked = new XorCsrfTokenRequestAttributeHandler();

    static CookieCsrfTokenRepository repository() {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieName(COOKIE);
        repository.setHeaderName(HEADER);
        repository.setCookiePath("/");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
        requireNonNull(token.get(), "making it writes the cookie, which scripts of the page need");
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        var handler = request.getHeader(token.getHeaderName()) == null ? masked : plain;
        return handler.resolveCsrfTokenValue(request, token);
    }
}
