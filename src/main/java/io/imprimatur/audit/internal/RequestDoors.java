package io.imprimatur.audit.internal;

import io.imprimatur.audit.Door;
import io.imprimatur.audit.Doors;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Finds the door by the path of the running request. */
@Component
class RequestDoors implements Doors {
    private static final ThreadLocal<Door> NAMED = new ThreadLocal<>();

    @Override
    public Door current() {
        var named = NAMED.get();
        if (named != null) {
            return named;
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes running
                ? byPath(
                        running.getRequest().getRequestURI(),
                        running.getRequest().getContextPath())
                : Door.SYSTEM;
    }

    @Override
    public void through(Door door, Runnable work) {
        var outer = NAMED.get();
        NAMED.set(door);
        try {
            work.run();
        } finally {
            if (outer == null) {
                NAMED.remove();
            } else {
                NAMED.set(outer);
            }
        }
    }

    private static Door byPath(String uri, String contextPath) {
        var path = uri.substring(contextPath.length());
        if (isUnder(path, "/camunda")) {
            return Door.TASKLIST;
        }
        if (isUnder(path, "/engine-rest")) {
            return Door.ENGINE_REST;
        }
        return isUnder(path, "/api") ? Door.REST : Door.PAGE;
    }

    private static boolean isUnder(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
