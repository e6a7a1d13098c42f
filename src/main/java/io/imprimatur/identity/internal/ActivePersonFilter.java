package io.imprimatur.identity.internal;

import io.imprimatur.identity.CurrentPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of somebody who was deactivated after logging in: the request goes on as an anonymous one. */
final class ActivePersonFilter extends OncePerRequestFilter {
    private final CurrentPerson currentPerson;

    ActivePersonFilter(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var authenticated = SecurityContextHolder.getContext().getAuthentication() != null;
        if (authenticated && currentPerson.get().isEmpty()) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}
