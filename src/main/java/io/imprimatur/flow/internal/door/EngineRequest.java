package io.imprimatur.flow.internal.door;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whether this thread answers a request to the engine's own REST, of which Tasklist's is one. */
final class EngineRequest {
    static boolean isUnderWay() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return false;
        }
        var request = attributes.getRequest();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/engine-rest/") || path.startsWith("/camunda/");
    }

    private EngineRequest() {}
}
