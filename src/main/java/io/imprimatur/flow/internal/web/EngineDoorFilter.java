package io.imprimatur.flow.internal.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.identity.CurrentPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands behind the login and before everything of the engine that is reached over HTTP; it narrows and never grants. */
@Component
class EngineDoorFilter extends OncePerRequestFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String TOO_LONG = "The body is longer than is accepted here.";

    private final CurrentPerson currentPerson;
    private final EngineBodies bodies;
    private final ObjectMapper json;
    private final long maxBody;

    EngineDoorFilter(CurrentPerson currentPerson, ObjectMapper json, EngineWebProperties properties) {
        this.currentPerson = currentPerson;
        this.bodies = new EngineBodies(json);
        this.json = json;
        this.maxBody = properties.maxQueryBody().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var person = currentPerson.require();
        var asked = EnginePath.of(request);
        var refusal = EngineAccess.refusal(person, request.getMethod(), asked);
        if (refusal.isPresent()) {
            refuse(response, 403, "AuthorizationException", refusal);
            return;
        }
        if (asked.place() != EnginePath.Place.REST) {
            chain.doFilter(request, response);
            return;
        }
        if (!EngineBodies.matter(request.getMethod(), asked)) {
            var inParameters = READS.contains(request.getMethod())
                    ? EngineBodies.refusal(request.getParameterMap())
                    : Optional.<String>empty();
            if (inParameters.isPresent()) {
                refuse(response, 400, "InvalidRequestException", inParameters);
                return;
            }
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream().readNBytes((int) maxBody + 1);
        if (body.length > maxBody) {
            refuse(response, 413, "InvalidRequestException", Optional.of(TOO_LONG));
            return;
        }
        var inBody = bodies.refusal(person, request.getMethod(), asked, body);
        if (inBody.isPresent()) {
            refuse(response, 403, "AuthorizationException", inBody);
            return;
        }
        chain.doFilter(new ReplayableRequest(request, body), response);
    }

    private void refuse(HttpServletResponse response, int status, String type, Optional<String> sentence)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Map.of("type", type, "message", sentence.orElseThrow()));
    }
}
