package io.imprimatur.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside of a controller: in a filter, in the container, in another servlet. */
@Controller
class ErrorAnswers implements ErrorController {

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var explanation = failure instanceof Exception exception ? Explanation.of(exception) : byStatus(request);
        return Answers.of(explanation, path(request), request);
    }

    private static Explanation byStatus(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // whoever opens /error by hand looks for a page that does not exist
        return new Explanation(
                StatusSentences.problem(status instanceof Integer code && code >= 400 ? code : 404), HttpHeaders.EMPTY);
    }

    private static String path(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI())
                .substring(request.getContextPath().length());
    }
}
