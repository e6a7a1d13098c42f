package io.imprimatur.flow.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a request goes behind one of the engine's doors, without trailing slashes. */
record EnginePath(Place place, String path) {
    enum Place {
        /** The engine's REST, whichever door it is entered by; the path is that of its documentation: {@code /task/…}. */
        REST,
        /** Files of the web application and the pages of Tasklist. */
        TASKLIST,
        /** Everything else of the web application: its other applications and their REST. */
        WEB_APPLICATION
    }

    private static final String ENGINE_REST = "/engine-rest";
    private static final String WEB_REST = "/camunda/api/engine";
    private static final String WEB_API = "/camunda/api/";
    private static final Pattern NAMED_ENGINE = Pattern.compile("/engine/[^/]+(/.+)");
    private static final Pattern TASKLIST_PLUGIN = Pattern.compile("/camunda/api/tasklist/plugin/[^/]+/static/.+");
    private static final Pattern OTHER_APPLICATION = Pattern.compile("/camunda/app/(?!tasklist(/|$)).*");

    static EnginePath of(HttpServletRequest request) {
        var path = withoutTrailingSlashes(decodedPath(request));
        if (path.startsWith(ENGINE_REST)) {
            return new EnginePath(Place.REST, restPath(path.substring(ENGINE_REST.length())));
        }
        if (path.equals(WEB_REST) || path.startsWith(WEB_REST + "/")) {
            return new EnginePath(Place.REST, restPath(path.substring(WEB_REST.length())));
        }
        var elsewhere =
                path.startsWith(WEB_API) && !TASKLIST_PLUGIN.matcher(path).matches()
                        || OTHER_APPLICATION.matcher(path).matches();
        return new EnginePath(elsewhere ? Place.WEB_APPLICATION : Place.TASKLIST, path);
    }

    private static String restPath(String path) {
        var named = NAMED_ENGINE.matcher(path);
        return named.matches() ? named.group(1) : path;
    }

    private static String decodedPath(HttpServletRequest request) {
        @Nullable String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private static String withoutTrailingSlashes(String path) {
        return path.replaceAll("/+$", "");
    }
}
