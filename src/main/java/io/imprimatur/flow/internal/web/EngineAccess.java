package io.imprimatur.flow.internal.web;

import io.imprimatur.flow.internal.web.EnginePath.Place;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.Person;
import java.util.Optional;

/**
 * Who may call what of the engine's REST and of its web application. People may what Tasklist calls for them, managers what
 * Modeler and the repair of faults need, members of {@code camunda-admin} the rest; what leads around the promises is closed
 * to everybody. The engine's own authorizations apply on top.
 */
final class EngineAccess {
    private static final String CLOSED = "Imprimatur has closed this function of the workflow engine.";
    private static final String ADMINS_ONLY = "Only members of " + Groups.ADMINS + " may do this.";

    private static final String WRITE = "POST PUT DELETE PATCH";

    /**
     * Texts beside the ledger, decisions around the built-in listeners, state changed by hand, people made in the engine,
     * and passwords tried past the throttle.
     */
    private static final EngineRules CLOSED_TO_EVERYBODY = EngineRules.none()
            .on(WRITE, "/task/{id}/comment/**", "/process-instance/{id}/comment/**")
            .onAnyMethod("/task/{id}/attachment/**")
            .on("PUT DELETE PATCH", "/task/{id}")
            .on(WRITE, "/task/create", "/task/{id}/assignee", "/task/{id}/identity-links/**")
            .on(WRITE, "/task/{id}/bpmnError", "/task/{id}/bpmnEscalation", "/task/{id}/resolve", "/task/{id}/delegate")
            .on(WRITE, "/task/{id}/variables/**", "/task/{id}/localVariables/**")
            .on(WRITE, "/execution/{id}/**", "/process-instance/variables-async", "/process-instance/{id}/variables/**")
            .on(WRITE, "/process-instance/{id}/modification", "/process-instance/{id}/modification-async")
            .on(WRITE, "/modification/**", "/migration/**", "/process-definition/{id}/restart/**")
            .on(WRITE, "/process-definition/{id}/restart-async", "/message", "/process-instance/message-async")
            .on(WRITE, "/signal", "/condition", "/external-task/**", "/decision-requirements-definition/**")
            .on(WRITE, "/case-execution/**", "/case-instance/**", "/case-definition/**")
            .onAnyMethod("/identity/verify")
            .on(WRITE, "/user/**", "/group/**", "/tenant/**");

    private static final EngineRules EVERYBODY = EngineRules.none()
            .on("GET", "", "/engine", "/version", "/authorization/check", "/user/{id}/profile")
            .on("GET OPTIONS", "/filter", "/filter/count", "/filter/{id}")
            .on("GET POST", "/filter/{id}/list", "/filter/{id}/count", "/filter/{id}/singleResult")
            .on("GET POST", "/task", "/task/count")
            .on("GET", "/task/{id}", "/task/{id}/form", "/task/{id}/rendered-form", "/task/{id}/deployed-form")
            .on("GET", "/task/{id}/form-variables", "/task/{id}/variables", "/task/{id}/localVariables")
            .on("GET", "/task/{id}/identity-links", "/task/{id}/comment", "/history/user-operation/**")
            .on("POST", "/task/{id}/claim", "/task/{id}/unclaim", "/task/{id}/complete", "/task/{id}/submit-form")
            .on("GET", "/process-definition", "/process-definition/count", "/process-definition/{id}")
            .on(
                    "GET",
                    "/process-definition/key/{key}",
                    "/process-definition/{id}/xml",
                    "/process-definition/key/{key}/xml")
            .on("GET", "/process-definition/{id}/startForm", "/process-definition/key/{key}/startForm")
            .on(
                    "GET",
                    "/process-definition/{id}/deployed-start-form",
                    "/process-definition/key/{key}/deployed-start-form")
            .on("GET", "/process-definition/{id}/rendered-form", "/process-definition/key/{key}/rendered-form")
            .on("GET", "/process-definition/{id}/form-variables", "/process-definition/key/{key}/form-variables")
            .on("POST", "/process-definition/{id}/submit-form", "/process-definition/key/{key}/submit-form");

    private static final EngineRules MANAGERS = EngineRules.none()
            .on("POST", "/deployment/create")
            .on("GET", "/deployment/**", "/process-definition/**", "/decision-definition/**")
            .on("GET", "/process-instance/**", "/incident/**", "/job/**", "/job-definition/**")
            .on("GET", "/history/process-instance/**", "/history/activity-instance/**", "/history/incident/**")
            .on("PUT", "/job/{id}/retries");

    private static final EngineRules OF_THE_WEB_APPLICATION_CLOSED_TO_EVERYBODY = EngineRules.none()
            .onAnyMethod("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/{engine}/login/**");

    private static final EngineRules OF_THE_WEB_APPLICATION_EVERYBODY = EngineRules.none()
            .on("GET", "/camunda/api/admin/auth/user/{engine}")
            .on("POST", "/camunda/api/admin/auth/user/{engine}/logout");

    /** Why that person may not call that; empty if the person may. */
    static Optional<String> refusal(Person person, String method, EnginePath asked) {
        var verb = method.equals("HEAD") ? "GET" : method;
        if (closedToEverybody(verb, asked)) {
            return Optional.of(CLOSED);
        }
        return person.isIn(Groups.ADMINS) || openTo(person, verb, asked) ? Optional.empty() : Optional.of(ADMINS_ONLY);
    }

    private static boolean closedToEverybody(String method, EnginePath asked) {
        return asked.place() == Place.REST
                ? CLOSED_TO_EVERYBODY.match(method, asked.path())
                : OF_THE_WEB_APPLICATION_CLOSED_TO_EVERYBODY.match(method, asked.path());
    }

    private static boolean openTo(Person person, String method, EnginePath asked) {
        return switch (asked.place()) {
            case REST ->
                EVERYBODY.match(method, asked.path())
                        || person.isIn(Groups.MANAGERS) && MANAGERS.match(method, asked.path());
            case TASKLIST -> method.equals("GET");
            case WEB_APPLICATION -> OF_THE_WEB_APPLICATION_EVERYBODY.match(method, asked.path());
        };
    }

    private EngineAccess() {}
}
