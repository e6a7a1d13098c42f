package io.imprimatur.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a browser may load and who may frame us. Only the pages that Tasklist's forms show can be framed, by ourselves. */
final class PageHeaders implements HeaderWriter {
    /** {@code data:} images are Bootstrap's icons; nothing inline, nothing from elsewhere. */
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors ";

    private final RequestMatcher framed;

    PageHeaders(RequestMatcher framed) {
        this.framed = framed;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var mayBeFramed = framed.matches(request);
        response.setHeader("Content-Security-Policy", POLICY + (mayBeFramed ? "'self'" : "'none'"));
        response.setHeader("X-Frame-Options", mayBeFramed ? "SAMEORIGIN" : "DENY");
    }
}
