package io.imprimatur.flow.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.imprimatur.testing.Browser;
import io.imprimatur.testing.IntegrationTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class EngineDoorTest {
    private static final String TASKLIST = "/camunda/api/engine/engine/default";
    private static final String OR_QUERY = "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\"}]}";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void knowsThePeopleOfOurStoreAndNoOthers() {
        assertThat(identity.createUserQuery().memberOfGroup("compliance").list())
                .extracting(user -> user.getId())
                .contains("compliance", "privacy");
        assertThat(identity.createGroupQuery().groupMember("admin").list())
                .extracting(group -> group.getId())
                .containsExactly("camunda-admin", "operators");
        assertThat(identity.createUserQuery()
                        .userLastNameLike("Leg%")
                        .singleResult()
                        .getId())
                .isEqualTo("legal");
        assertThat(identity.isReadOnly()).isTrue();
        assertThat(jdbc.sql("select count(*) from act_id_user")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_id_group")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void logsIntoTasklistByTheSessionOfThePages() {
        var browser = Browser.loggedIn(port, "legal");

        browser.get("/camunda/app/tasklist/default/");
        var who = browser.get("/camunda/api/admin/auth/user/default");

        assertThat(JsonPath.<String>read(who.body(), "$.userId")).isEqualTo("legal");
        assertThat(JsonPath.<List<String>>read(who.body(), "$.authorizedApps"))
                .contains("tasklist")
                .doesNotContain("cockpit", "admin");
    }

    @Test
    void forgetsInTheSameSessionWhoWasLoggedInBefore() {
        var browser = Browser.loggedIn(port, "legal");
        browser.get("/camunda/app/tasklist/default/");

        browser.logIn("clinical", "clinical");
        var who = browser.get("/camunda/api/admin/auth/user/default");

        assertThat(JsonPath.<String>read(who.body(), "$.userId")).isEqualTo("clinical");
    }

    @Test
    void endsTheSessionWhenTasklistLogsOut() {
        var browser = Browser.loggedIn(port, "legal");

        var answer = browser.asTasklist("POST", "/camunda/api/admin/auth/user/default/logout", "{}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.get("/check").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesTasklistsChangesWithoutItsToken() {
        var browser = Browser.loggedIn(port, "legal");
        browser.get("/camunda/app/tasklist/default/");

        var answer = browser.send("POST", TASKLIST + "/task", "{}", "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/default/user%2Fcreate",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/tasklist"
            })
    void letsNobodyMakeAnAdministratorOrTryPasswords(String path) {
        var body = "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"evil\"}}";

        assertThat(new Browser(port)
                        .send("POST", path, body, "Content-Type", "application/json")
                        .statusCode())
                .isIn(400, 401, 302);
        for (var name : List.of("author", "admin")) {
            assertThat(Browser.loggedIn(port, name)
                            .asTasklist("POST", path, body)
                            .statusCode())
                    .isIn(400, 403);
        }
        assertThat(identity.createUserQuery().userId("evil").count()).isZero();
    }

    /** The first of two locks: the engine behind the door refuses such queries once more, in words of its own. */
    @Test
    void refusesExpressionsInOrQueries() {
        var filter = filters.createTaskFilterQuery().filterName("My tasks").singleResult();
        for (var name : List.of("legal", "admin")) {
            for (var path : List.of("/task", "/task/count", "/filter/" + filter.getId() + "/list")) {
                assertRefused(engineRest(name, "POST", path, OR_QUERY), "Expressions are not accepted here");
                assertRefused(
                        Browser.loggedIn(port, name).asTasklist("POST", TASKLIST + path, OR_QUERY),
                        "Expressions are not accepted here");
            }
        }
        for (var hidden : List.of(
                "{\"orQueries\":[{\"name\":\"\\u0024{currentUser()}\"}]}",
                "{\"orQueries\":[{\"assigneeExpression\":\"legal\"}]}",
                "{\"processVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":\"#{now()}\"}]}")) {
            assertRefused(engineRest("legal", "POST", "/task", hidden), "Expressions are not accepted here");
        }
        assertRefused(
                engineRest("legal", "POST", "/task", "{\"orQueries\":[{}],\"orQueries\":[]}"), "The body is not JSON.");
        assertThat(engineRest("legal", "HEAD", "/task?assigneeExpression=%24%7BcurrentUser()%7D", null)
                        .statusCode())
                .isEqualTo(400);
        assertThat(engineRest("legal", "GET", "/task?assigneeExpression=%24%7BcurrentUser()%7D", null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesToClaimForSomebodyElseAtBothDoors() {
        var task = newLegalReview();
        for (var body : List.of("{\"userId\":\"clinical\"}", "{}", "{\"userId\":null}", "[]")) {
            assertRefused(
                    engineRest("legal", "POST", "/task/" + task + "/claim", body),
                    "You can claim a task only for yourself.");
            assertRefused(
                    Browser.loggedIn(port, "legal").asTasklist("POST", TASKLIST + "/task/" + task + "/claim", body),
                    "You can claim a task only for yourself.");
        }
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(engineRest("legal", "POST", "/task/" + task + "/claim", "{\"userId\":\"legal\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /task/1/comment/create",
        "DELETE, /process-instance/1/comment/1",
        "POST, /task/1/attachment/create",
        "GET, /task/1/attachment",
        "POST, /task/1/bpmnError",
        "POST, /task/1/bpmnError/",
        "POST, /task/1/bpmnEscalation",
        "POST, /task/1/resolve",
        "POST, /task/1/delegate",
        "POST, /task/1/assignee",
        "POST, /task/1/identity-links",
        "PUT, /task/1/variables/legalOutcome",
        "PUT, /task/1/localVariables/decision",
        "POST, /task/1/variables",
        "PUT, /task/1",
        "POST, /task/create",
        "PUT, /process-instance/1/variables/contentId",
        "PUT, /execution/1/localVariables/contentId",
        "POST, /execution/1/signal",
        "POST, /process-instance/1/modification",
        "POST, /modification/execute",
        "POST, /migration/execute",
        "POST, /process-definition/1/restart",
        "POST, /message",
        "POST, /signal",
        "POST, /condition",
        "POST, /external-task/fetchAndLock",
        "POST, /identity/verify",
        "POST, /user/create",
        "PUT, /group/legal/members/author",
        "POST, /tenant/create"
    })
    void keepsClosedWhatLeadsAroundThePromises(String method, String path) {
        for (var name : List.of("legal", "manager", "admin")) {
            assertRefused(engineRest(name, method, path, "{}"), "has closed this function");
            assertRefused(engineRest(name, method, "/engine/default" + path, "{}"), "has closed this function");
        }
        assertRefused(
                Browser.loggedIn(port, "admin").asTasklist(method, TASKLIST + path, "{}"), "has closed this function");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /deployment/create, legal",
        "POST, /deployment/create, author",
        "DELETE, /deployment/1, manager",
        "POST, /filter/create, manager",
        "PUT, /filter/1, legal",
        "DELETE, /filter/1, manager",
        "POST, /authorization/create, manager",
        "GET, /authorization, legal",
        "GET, /user, legal",
        "GET, /history/variable-instance, legal",
        "GET, /variable-instance, manager",
        "GET, /process-instance, author",
        "DELETE, /process-instance/1, manager",
        "POST, /process-definition/key/content-approval/start, author",
        "PUT, /job/1/retries, legal",
        "POST, /batch/1, manager"
    })
    void leavesEverythingElseToAdministrators(String method, String path, String name) {
        assertRefused(engineRest(name, method, path, "{}"), "Only members of camunda-admin may do this.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/api/cockpit/plugin/base/default/incident/count",
                "/camunda/api/admin/plugin/x/default/y"
            })
    void showsTheEnginesOtherApplicationsToAdministratorsOnly(String path) {
        assertThat(Browser.loggedIn(port, "manager").get(path).statusCode()).isEqualTo(403);
        assertThat(Browser.loggedIn(port, "admin").get(path).statusCode()).isNotEqualTo(403);
    }

    @Test
    void acceptsOfAdministratorsOnlyHarmlessFunctionsInStoredFilters() {
        var filter = "{\"resourceType\":\"Task\",\"name\":\"%s\",\"query\":{\"assigneeExpression\":\"%s\"}}";
        var name = "Filter " + UUID.randomUUID();

        assertRefused(
                engineRest("admin", "POST", "/filter/create", filter.formatted(name, "${people.all()}")),
                "Expressions are not accepted here");
        var stored = engineRest("admin", "POST", "/filter/create", filter.formatted(name, "${ currentUser() }"));

        assertThat(stored.statusCode()).isEqualTo(200);
        filters.deleteFilter(JsonPath.read(stored.body(), "$.id"));
    }

    @Test
    void refusesBodiesThatAreTooLongOrNoJson() {
        assertThat(engineRest("legal", "POST", "/task", "{\"name\":\"" + "x".repeat(300_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertRefused(engineRest("legal", "POST", "/task", "{\"orQueries\":["), "The body is not JSON.");
    }

    @Test
    void offersFourFiltersToEverybodyAndShowsAReviewerOnlyTheOwnGroupsTasks() {
        var task = newLegalReview();
        var group =
                filters.createTaskFilterQuery().filterName("My group's tasks").singleResult();
        for (var name : List.of("legal", "clinical", "author", "manager", "compliance")) {
            var browser = Browser.loggedIn(port, name);
            var offered = browser.asTasklist(
                    "GET", TASKLIST + "/filter?resourceType=Task&itemCount=false&firstResult=0&maxResults=2000", null);
            assertThat(JsonPath.<List<String>>read(offered.body(), "$[*].name"))
                    .contains("My tasks", "My group's tasks", "Due soon", "Overdue");
            var mayLook = name.equals("legal");
            for (String id : JsonPath.<List<String>>read(offered.body(), "$[*].id")) {
                var list = browser.asTasklist("POST", TASKLIST + "/filter/" + id + "/list?maxResults=100", "{}");
                assertThat(list.statusCode()).isEqualTo(200);
                if (!mayLook) {
                    assertThat(list.body()).as(name).doesNotContain(task);
                }
            }
            assertThat(browser.asTasklist("POST", TASKLIST + "/filter/" + group.getId() + "/list?maxResults=100", "{}")
                            .body()
                            .contains(task))
                    .as(name)
                    .isEqualTo(mayLook);
            assertThat(browser.asTasklist("POST", TASKLIST + "/task?maxResults=100", "{}")
                            .body()
                            .contains(task))
                    .as(name)
                    .isEqualTo(mayLook);
            assertThat(browser.asTasklist("GET", TASKLIST + "/task/" + task, null)
                                    .statusCode()
                            == 200)
                    .as(name)
                    .isEqualTo(mayLook);
        }
    }

    @Test
    void grantsWhatModelerNeedsToManagersAndPiecesToEverybody() {
        assertThat(engineRest("manager", "GET", "/deployment?maxResults=0", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(engineRest("manager", "GET", "/version", null).statusCode()).isEqualTo(200);
        assertThat(engineRest("manager", "GET", "/incident?maxResults=10", null).statusCode())
                .isEqualTo(200);
        assertThat(authorizations.isUserAuthorized(
                        "manager", List.of("managers"), Permissions.CREATE, Resources.DEPLOYMENT))
                .isTrue();
        assertThat(authorizations.isUserAuthorized("legal", List.of("legal"), Permissions.CREATE, Resources.DEPLOYMENT))
                .isFalse();
        assertThat(engineRest("author", "GET", "/process-definition?key=content-approval&maxResults=15", null)
                        .body())
                .contains("content-approval");
        assertThat(authorizations.isUserAuthorized(
                        "author",
                        List.of("authors"),
                        Permissions.CREATE_INSTANCE,
                        Resources.PROCESS_DEFINITION,
                        "content-approval"))
                .isTrue();
    }

    /** The id of the task {@code legalReview} of a new piece. */
    private String newLegalReview() {
        var author = Browser.loggedIn(port, "author");
        author.get("/check");
        var created = author.sendJson(
                "POST",
                "/api/contents",
                "{\"kind\":\"ANNOUNCEMENT\",\"title\":\"Open door\",\"body\":\"Come and see us.\",\"channels\":[\"newsroom\"]}");
        var id = JsonPath.<String>read(created.body(), "$.id");
        assertThat(author.sendJson("POST", "/api/contents/" + id + "/submit", "{}")
                        .statusCode())
                .isEqualTo(202);
        var instance = runtime.createProcessInstanceQuery()
                .variableValueEquals("contentId", id)
                .singleResult();
        jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey("legalReview")
                .singleResult()
                .getId();
    }

    private HttpResponse<String> engineRest(String name, String method, String path, @Nullable String body) {
        return new Browser(port)
                .send(
                        method,
                        "/engine-rest" + path,
                        body,
                        "Authorization",
                        Browser.basic(name),
                        "Content-Type",
                        "application/json");
    }

    private static void assertRefused(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JsonPath.<String>read(answer.body(), "$.type")).isEqualTo("AuthorizationException");
        assertThat(JsonPath.<String>read(answer.body(), "$.message")).contains(sentence);
    }
}
