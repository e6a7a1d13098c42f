package io.imprimatur.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Gives a problem the shape that its reader wants: RFC 9457 for programs, a page for people. */
final class Answers {
    private static final String[] FOR_PROGRAMS = {"/api", "/engine-rest", "/actuator", "/v3"};

    private Answers() {}

    static Object of(Explanation explanation, String path, HttpServletRequest request) {
        var problem = explanation.problem();
        if (!isForPrograms(path) && !wantsJson(request)) {
            return page(problem);
        }
        problem.setInstance(instance(path));
        return ResponseEntity.status(problem.getStatus())
                .headers(explanation.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ModelAndView page(ProblemDetail problem) {
        var correlationId =
                problem.getProperties() == null ? null : problem.getProperties().get("correlationId");
        return new ModelAndView(
                "error",
                Map.of(
                        "status", problem.getStatus(),
                        "sentence", String.valueOf(problem.getDetail()),
                        "correlationId", correlationId == null ? "" : correlationId),
                HttpStatusCode.valueOf(problem.getStatus()));
    }

    /** The path that was asked for, also where the container asks for its error page instead. */
    private static @Nullable URI instance(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isForPrograms(String path) {
        for (var prefix : FOR_PROGRAMS) {
            if (path.equals(prefix) || path.startsWith(prefix + "/")) {
                return true;
            }
        }
        return false;
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("html");
    }
}
