package io.imprimatur.flow.internal.web;

import io.imprimatur.identity.CurrentPerson;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Tells the engine's web application who is logged in, so that Tasklist asks nobody a second time. */
@Component
class SingleLoginFilter extends ContainerBasedAuthenticationFilter {
    private static final String ENGINE = "default";

    SingleLoginFilter(CurrentPerson currentPerson) {
        authenticationProvider = new AuthenticationProvider() {
            @Override
            public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
                var person = currentPerson.get();
                if (person.isEmpty()) {
                    return AuthenticationResult.unsuccessful();
                }
                var result = AuthenticationResult.successful(person.get().id());
                result.setGroups(List.copyOf(person.get().groups()));
                result.setTenants(List.of());
                return result;
            }

            @Override
            public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {}
        };
    }

    /** Made by Spring, so there is nothing to read from the servlet container. */
    @Override
    public void init(FilterConfig configuration) {}

    /** There is one engine; the vendor's patterns would leave the first request after a login unanswered. */
    @Override
    protected String extractEngineName(HttpServletRequest request) {
        return ENGINE;
    }
}
