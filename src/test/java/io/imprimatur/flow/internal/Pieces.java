package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.PolicyQuestion;
import io.imprimatur.flow.TaskDecision;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;

/** Brings pieces to where a test needs them. */
final class Pieces {
    static final PolicyQuestion ANY = new PolicyQuestion("ANNOUNCEMENT", List.of("newsroom"));

    private final ApprovalFlow flow;
    private final FakeDesk desk;
    private final ProcessEngine engine;

    Pieces(ApprovalFlow flow, FakeDesk desk, ProcessEngine engine) {
        this.flow = flow;
        this.desk = desk;
        this.engine = engine;
    }

    UUID begun() {
        var id = desk.piece("author");
        flow.start(id, 1, "author", ANY);
        return id;
    }

    UUID inLegalReview() {
        var id = begun();
        flow.submit(id, 1);
        runJobs(id);
        return id;
    }

    /** In legal review, taken by {@code legal}. */
    UUID takenByLegal() {
        var id = inLegalReview();
        flow.claim(only(id).id(), "legal");
        return id;
    }

    void approve(UUID id, String person) {
        var task = only(id).id();
        flow.claim(task, person);
        flow.decide(task, person, TaskDecision.APPROVE, null);
    }

    FlowTask only(UUID id) {
        var open = flow.openTasks(id);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    /** Of its flow and of those that it called. */
    void runJobs(UUID id) {
        var jobs = engine.getManagementService();
        engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .list()
                .stream()
                .flatMap(flow -> jobs.createJobQuery().processInstanceId(flow.getId()).messages().list().stream())
                .map(Job::getId)
                .toList()
                .forEach(jobs::executeJob);
    }
}
