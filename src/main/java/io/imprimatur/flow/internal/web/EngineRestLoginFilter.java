package io.imprimatur.flow.internal.web;

import io.imprimatur.identity.CurrentPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine in whose name a request to {@code /engine-rest} runs; without a name it would check nothing. */
@Component
class EngineRestLoginFilter extends OncePerRequestFilter {
    private final CurrentPerson currentPerson;
    private final IdentityService engine;

    EngineRestLoginFilter(CurrentPerson currentPerson, IdentityService engine) {
        this.currentPerson = currentPerson;
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var person = currentPerson.require();
        engine.setAuthentication(person.id(), List.copyOf(person.groups()), List.of());
        try {
            chain.doFilter(request, response);
        } finally {
            engine.clearAuthentication();
        }
    }
}
