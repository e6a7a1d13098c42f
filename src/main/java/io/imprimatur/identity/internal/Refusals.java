package io.imprimatur.identity.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What a refused request is told: a problem (RFC 9457) on our REST, the engine's own shape on the engine's. */
@Component
class Refusals {
    private static final String LOG_IN = "Log in, or send name and password by HTTP Basic.";
    private static final String NOT_YOURS = "Your groups do not allow this.";
    static final String NOT_FROM_OUR_PAGE =
            "This request did not come from a page of Imprimatur, or the page is too old. Reload it and try again.";

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    void problem(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        challenge(request, response);
        if (cause instanceof TooManyTries tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.waitSeconds()));
            problem(response, 429, "too-many-logins", "Too many failed logins", String.valueOf(tooMany.getMessage()));
        } else {
            problem(response, 401, "not-logged-in", "Not logged in", LOG_IN);
        }
    }

    void problem(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (cause instanceof CsrfException) {
            problem(response, 403, "csrf", "Forbidden", NOT_FROM_OUR_PAGE);
        } else {
            problem(response, 403, "forbidden", "Forbidden", NOT_YOURS);
        }
    }

    void engine(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        challenge(request, response);
        if (cause instanceof TooManyTries tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.waitSeconds()));
            engine(response, 429, "AuthenticationException", String.valueOf(tooMany.getMessage()));
        } else {
            engine(response, 401, "AuthenticationException", LOG_IN);
        }
    }

    void engine(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        engine(response, 403, "AuthorizationException", NOT_YOURS);
    }

    /** Programs are asked for Basic; browsers are not, since they would send the password along ever after, forged or not. */
    private static void challenge(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Imprimatur\", charset=\"UTF-8\"");
        }
    }

    private void problem(HttpServletResponse response, int status, String code, String title, String sentence)
            throws IOException {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:imprimatur:problem:" + code);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", sentence);
        body.put("code", code);
        write(response, status, MediaType.APPLICATION_PROBLEM_JSON_VALUE, body);
    }

    private void engine(HttpServletResponse response, int status, String type, String sentence) throws IOException {
        write(response, status, MediaType.APPLICATION_JSON_VALUE, Map.of("type", type, "message", sentence));
    }

    private void write(HttpServletResponse response, int status, String contentType, Map<String, Object> body)
            throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        json.writeValue(response.getOutputStream(), body);
    }
}
