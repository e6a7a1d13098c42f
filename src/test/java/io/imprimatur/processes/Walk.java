package io.imprimatur.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Draft;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.TaskDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** One post on its way: each step goes from wait state to wait state, as the people and the engine would. */
final class Walk {
    static final String CLEAR = "Our walk-in clinic welcomes you on Saturdays. No appointment is needed.";
    static final String DOUBTFUL = "Our nurses know the answer. Call 555-0142 after lunch.";
    static final String BLOCKED = "Her social security number is 219-09-9998.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage;
    private final UUID contentId;
    private final String processInstanceId;

    private Walk(Stage stage, UUID contentId) {
        this.stage = stage;
        this.contentId = contentId;
        this.processInstanceId = stage.processInstanceOf(contentId);
    }

    static Walk begin(Stage stage, ContentKind kind, String body, @Nullable Instant publishAt) {
        return begin(stage, draft(kind, body, publishAt));
    }

    static Walk begin(Stage stage, Draft draft) {
        var revision = stage.contents().create(draft, "author");
        return new Walk(stage, revision.contentId());
    }

    private static Draft draft(ContentKind kind, String body, @Nullable Instant publishAt) {
        return new Draft(kind, "News of our house", body, null, List.of(), List.of("newsroom"), publishAt);
    }

    UUID contentId() {
        return contentId;
    }

    String processInstanceId() {
        return processInstanceId;
    }

    String definitionKey() {
        return stage.runtime()
                .createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult()
                .getProcessDefinitionKey();
    }

    int revision() {
        return stage.contents().require(contentId).revision();
    }

    Walk submit() {
        stage.contents().submit(contentId, "author", null);
        return runJobs();
    }

    Walk contest() {
        stage.contents().submit(contentId, "author", "The number is made up for teaching.");
        return runJobs();
    }

    /** The author saves another text, wherever the post stands. */
    Walk revise(String body) {
        var current = stage.contents().current(contentId);
        stage.contents()
                .revise(contentId, current.number(), draft(current.kind(), body, current.publishAt()), "author");
        return runJobs();
    }

    Walk approve(String person) {
        return decide(person, TaskDecision.APPROVE, "It may go out.");
    }

    Walk askChanges(String person) {
        return decide(person, TaskDecision.REQUEST_CHANGES, "Please name the source.");
    }

    Walk reject(String person) {
        return decide(person, TaskDecision.REJECT, "This is not for us to say.");
    }

    Walk decide(String person, TaskDecision decision, @Nullable String reason) {
        var task = claim(person);
        stage.flow().decide(task.id(), person, decision, reason);
        return this;
    }

    FlowTask claim(String person) {
        var task = stage.flow().tasksOf(person).stream()
                .filter(open -> open.contentId().equals(contentId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(person + " has no task of this post at " + at()));
        if (task.assignee() == null) {
            stage.flow().claim(task.id(), person);
        }
        return stage.flow().task(task.id()).orElseThrow();
    }

    /** Answers every finding as the holder of the review task. */
    Walk answerFindings(String person) {
        claim(person);
        stage.screenings()
                .findings(contentId, revision())
                .forEach(finding -> stage.answer(contentId, finding.id(), person));
        return this;
    }

    /** Runs what is due now, until nothing is. */
    Walk runJobs() {
        for (var round = 0; round < 20; round++) {
            var due = stage.management()
                    .createJobQuery()
                    .processInstanceId(processInstanceId)
                    .executable()
                    .list();
            if (due.isEmpty()) {
                return this;
            }
            due.forEach(job -> stage.management().executeJob(job.getId()));
        }
        throw new AssertionError("jobs without end");
    }

    /** Lets the engine's clock stand that much later, runs what is due then, and sets the clock right. */
    Walk after(Duration wait) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(wait)));
        try {
            return runJobs();
        } finally {
            ClockUtil.reset();
        }
    }

    /** Runs the jobs of publishing and waits for the worker between them. */
    Walk published() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> runJobs()
                .ended());
        return this;
    }

    Walk isAt(String... elements) {
        assertThat(at()).containsExactlyInAnyOrder(elements);
        return this;
    }

    /** Ids of the user tasks that wait, in a steady order, or of the events and jobs if none does. */
    List<String> at() {
        var tasks = stage.flow().openTasks(contentId).stream()
                .map(FlowTask::elementId)
                .sorted(Comparator.reverseOrder())
                .toList();
        return tasks.isEmpty() ? stage.activeElements(processInstanceId) : tasks;
    }

    boolean ended() {
        return stage.hasEnded(processInstanceId);
    }
}
