package io.imprimatur.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers whatever a controller throws. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ExceptionAnswers {

    @ExceptionHandler
    @Nullable
    Object handle(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure; // Spring Security's filter asks for a login or refuses
        }
        if (response.isCommitted()) {
            Explanation.of(failure);
            return null; // the reader is gone, or has half an answer already
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return Answers.of(Explanation.of(failure), path, request);
    }
}
