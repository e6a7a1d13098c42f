package io.imprimatur.identity.internal;

import io.imprimatur.identity.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** The kinds of grants that {@link WebSecurity} gives. */
@Component
class Grants {
    private final CurrentPerson currentPerson;

    Grants(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    AuthorizationManager<RequestAuthorizationContext> anybodyLoggedIn() {
        return (authentication, context) ->
                new AuthorizationDecision(currentPerson.get().isPresent());
    }

    AuthorizationManager<RequestAuthorizationContext> membersOf(String... groups) {
        return (authentication, context) -> new AuthorizationDecision(currentPerson
                .get()
                .filter(person -> Arrays.stream(groups).anyMatch(person::isIn))
                .isPresent());
    }

    AuthorizationManager<RequestAuthorizationContext> everybodyIf(boolean condition) {
        return (authentication, context) -> new AuthorizationDecision(condition);
    }

    /**
     * Anybody logged in, unless a browser says that another site sent the request: a browser that knows the password for
     * Basic sends it along with forged requests too.
     */
    AuthorizationManager<RequestAuthorizationContext> anybodyLoggedInFromNoOtherSite() {
        return (authentication, context) -> new AuthorizationDecision(
                !fromAnotherSite(context.getRequest()) && currentPerson.get().isPresent());
    }

    static boolean fromAnotherSite(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
