package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Nothing that a person wrote is in any column of any table of the engine, at any time. */
@FlowTest
@ExtendWith(OutputCaptureExtension.class)
class NoWordsInTablesTest {
    private static final String MARKER = "Xylophon-Marker-4711";

    @Autowired
    ProcessEngine engine;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    Pieces pieces;

    @Autowired
    FakeReviews reviews;

    @Autowired
    FlowAlone.Failing failing;

    @Autowired
    TestDatabase database;

    @Test
    void aReasonLeavesTheEngineBeforeAnythingIsStored() {
        var refused = pieces.takenByLegal();
        assertThatThrownBy(() -> complete(refused, Map.of("decision", "APPROVE", "reason", MARKER, "anything", MARKER)))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(places(database.asOwner())).as("while the task is open").isEmpty();

        var changes = pieces.takenByLegal();
        complete(changes, Map.of("decision", "REQUEST_CHANGES", "reason", MARKER));
        var approved = pieces.takenByLegal();
        flow.decide(pieces.only(approved).id(), "legal", TaskDecision.APPROVE, MARKER);
        var rejected = pieces.takenByLegal();
        complete(rejected, Map.of("decision", "REJECT", "reason", MARKER));

        for (var id : List.of(changes, approved, rejected)) {
            assertThat(reviews.of(id)).singleElement().satisfies(recorded -> assertThat(recorded.reason())
                    .isEqualTo(MARKER));
        }
        assertThat(places(database.asOwner())).as("after the decisions").isEmpty();
    }

    @Test
    void doorsForFreeTextStoreNothing() {
        var id = pieces.takenByLegal();
        var task = pieces.only(id).id();
        var tasks = engine.getTaskService();
        for (var door : List.<Runnable>of(
                () -> tasks.createComment(task, null, MARKER),
                () -> tasks.setDescription(task, MARKER),
                () -> tasks.setVariableLocal(task, "reason", MARKER),
                () -> engine.getRuntimeService().createIncident(MARKER, task, MARKER, MARKER),
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("content-approval", MARKER, Map.of("kind", "ANNOUNCEMENT")),
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("content-approval", Map.of("kind", MARKER)))) {
            new Somebody(engine, "admin")
                    .does(() -> assertThatThrownBy(door::run).isInstanceOf(ProcessEngineException.class));
        }
        assertThat(places(database.asOwner())).isEmpty();
    }

    @Test
    void aFailedJobIsStoredWithoutTheWordsOfItsException() {
        var id = pieces.begun();
        flow.submit(id, 1);
        failing.failWith(new IllegalArgumentException(MARKER, new IllegalStateException(MARKER)));
        try {
            assertThatThrownBy(() -> pieces.runJobs(id)).hasStackTraceContaining(MARKER);
        } finally {
            failing.recover();
        }
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(Somebody.instanceOf(engine, id))
                .withException()
                .singleResult();
        assertThat(job.getExceptionMessage()).isEqualTo("illegal-state-exception");
        assertThat(job.getDuedate()).as("tried again later").isAfter(new Date());
        assertThat(engine.getManagementService().getJobExceptionStacktrace(job.getId()))
                .contains("NoWordsInTablesTest")
                .doesNotContain(MARKER);
        assertThat(places(database.asOwner())).isEmpty();
    }

    @Test
    void aFailedJobIsLoggedWithoutTheWordsOfItsException(CapturedOutput output) {
        ExecuteJobHelper.LOGGING_HANDLER.exceptionWhileExecutingJob(
                "job-of-this-test", new IllegalArgumentException(MARKER, new IllegalStateException(MARKER)));
        assertThat(output.getAll())
                .contains("Job job-of-this-test failed.", "illegal-state-exception", "NoWordsInTablesTest")
                .doesNotContain(MARKER);
    }

    /** The search finds what it looks for: the plain engine keeps a reason in four places at least. */
    @Test
    void thePlainEngineKeepsTheReason() {
        PlainEngine.deploy(
                "words.bpmn",
                Bpmn.createExecutableProcess("words")
                        .startEvent()
                        .userTask()
                        .userTask()
                        .endEvent()
                        .done());
        var plain = PlainEngine.engine();
        plain.getRuntimeService().startProcessInstanceByKey("words");
        var task = plain.getTaskService()
                .createTaskQuery()
                .processDefinitionKey("words")
                .singleResult();
        plain.getTaskService().createComment(task.getId(), null, MARKER);
        plain.getFormService()
                .submitTaskForm(
                        task.getId(), Map.of("reason", MARKER, "bytes", MARKER.getBytes(StandardCharsets.UTF_8)));
        assertThat(places(PlainEngine.database()))
                .contains(
                        "act_ru_variable.text_",
                        "act_hi_varinst.text_",
                        "act_hi_detail.text_",
                        "act_hi_comment.message_",
                        "act_ge_bytearray.bytes_");
    }

    private void complete(UUID id, Map<String, Object> given) {
        var task = pieces.only(id).id();
        new Somebody(engine, "legal").does(() -> engine.getFormService().submitTaskForm(task, given));
    }

    /** Columns of the engine's tables that hold the marker, as text or as bytes. */
    private static List<String> places(DataSource source) {
        try (var connection = source.getConnection()) {
            return places(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> places(JdbcClient jdbc) {
        var found = new ArrayList<String>();
        jdbc.sql("SELECT table_name, column_name, data_type FROM information_schema.columns"
                        + " WHERE table_schema = 'public' AND table_name LIKE 'act\\_%'")
                .query((row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(column -> {
                    var value = column.get(2).equals("bytea")
                            ? "encode(" + column.get(1) + ", 'escape')"
                            : column.get(1) + "::text";
                    var hits = jdbc.sql("SELECT count(*) FROM " + column.get(0) + " WHERE " + value + " LIKE :marker")
                            .param("marker", "%" + MARKER + "%")
                            .query(Long.class)
                            .single();
                    if (hits > 0) {
                        found.add(column.get(0) + "." + column.get(1));
                    }
                });
        return found;
    }
}
