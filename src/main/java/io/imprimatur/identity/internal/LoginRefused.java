package io.imprimatur.identity.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Shows the login page again, with the reason and with the status that tells a program the same. */
@Component
class LoginRefused implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException, ServletException {
        if (cause instanceof TooManyTries tooMany) {
            response.setStatus(429);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.waitSeconds()));
        } else {
            response.setStatus(401);
        }
        request.setAttribute(LoginPage.REFUSAL, cause.getMessage());
        request.getRequestDispatcher(LoginPage.REFUSED).forward(request, response);
    }
}
