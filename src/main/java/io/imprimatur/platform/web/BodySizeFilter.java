package io.imprimatur.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what a request may send, whether it says its length or comes in chunks. Runs before anybody reads a parameter,
 * which would read a form's body.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodySizeFilter extends OncePerRequestFilter {
    private final WebProperties properties;

    BodySizeFilter(WebProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (isForm(request)) {
            request.getParameterMap();
            if (Boolean.TRUE.equals(request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR))) {
                response.sendError(
                        request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) == FailReason.POST_TOO_LARGE
                                ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                                : HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
        }
        chain.doFilter(new BoundedRequest(request, limit), response);
    }

    private long limit(HttpServletRequest request) {
        var upload = isOf(request, "multipart/") || isOf(request, "image/");
        return (upload ? properties.maxUploadSize() : properties.maxBodySize()).toBytes();
    }

    private static boolean isForm(HttpServletRequest request) {
        return isOf(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static boolean isOf(HttpServletRequest request, String type) {
        var given = request.getContentType();
        return given != null && given.strip().toLowerCase(Locale.ROOT).startsWith(type);
    }
}
