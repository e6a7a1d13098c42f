package io.imprimatur.flow.internal.approval;

import io.imprimatur.flow.ContentApproval.Blocks;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.PublicationContract;
import io.imprimatur.flow.PublicationFlows;
import io.imprimatur.flow.Question;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine behind {@link PublicationFlows}. */
@Component
final class EnginePublicationFlows implements PublicationFlows {
    private final EngineWork work;
    private final WaitingSteps steps;
    private final RunningFlows flows;
    private final RuntimeService runtime;

    EnginePublicationFlows(EngineWork work, WaitingSteps steps, RunningFlows flows, ProcessEngine engine) {
        this.work = work;
        this.steps = steps;
        this.flows = flows;
        this.runtime = engine.getRuntimeService();
    }

    @Override
    public void ask(UUID publicationId, UUID contentId, int revision, Question question) {
        work.<@Nullable Void>asProduct(() -> {
            var asked = running(PublicationContract.QUESTION_KEY, publicationId);
            if (asked.stream().noneMatch(instance -> isAbout(instance, question))) {
                asked.forEach(this::close);
                start(PublicationContract.QUESTION_KEY, publicationId, contentId, revision, question, null);
            }
            return null;
        });
    }

    @Override
    public void settled(UUID publicationId) {
        work.<@Nullable Void>asProduct(() -> {
            running(PublicationContract.QUESTION_KEY, publicationId).forEach(this::close);
            return null;
        });
    }

    @Override
    public void withdraw(UUID withdrawalId, UUID contentId, int revision, @Nullable Instant assessBy) {
        work.<@Nullable Void>asProduct(() -> {
            start(PublicationContract.WITHDRAWAL_KEY, withdrawalId, contentId, revision, null, assessBy);
            return null;
        });
    }

    @Override
    public void takenDown(UUID withdrawalId) {
        work.<@Nullable Void>asProduct(() -> {
            steps.at(Blocks.TAKE_DOWN, withdrawalId).forEach(waiting -> runtime.signal(waiting.getId()));
            return null;
        });
    }

    @Override
    public void cancelApproval(UUID contentId) {
        work.<@Nullable Void>asProduct(() -> {
            flows.end(contentId, "withdrawn");
            return null;
        });
    }

    private List<ProcessInstance> running(String key, UUID businessKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(key)
                .processInstanceBusinessKey(businessKey.toString())
                .list();
    }

    /** A task that is being completed in this very command is left to end by itself. */
    private void close(ProcessInstance instance) {
        runtime.createExecutionQuery()
                .processInstanceId(instance.getId())
                .messageEventSubscriptionName(PublicationContract.SETTLED)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(PublicationContract.SETTLED, waiting.getId()));
    }

    private boolean isAbout(ProcessInstance instance, Question question) {
        return question.name().equals(runtime.getVariable(instance.getId(), PublicationContract.Variables.QUESTION));
    }

    private void start(
            String key,
            UUID subjectId,
            UUID contentId,
            int revision,
            @Nullable Question question,
            @Nullable Instant assessBy) {
        var variables = new HashMap<String, Object>();
        variables.put(Variables.CONTENT_ID, contentId.toString());
        variables.put(Variables.REVISION, revision);
        variables.put(PublicationContract.Variables.SUBJECT_ID, subjectId.toString());
        variables.put(PublicationContract.Variables.PRIVACY_INCIDENT, assessBy != null);
        if (question != null) {
            variables.put(PublicationContract.Variables.QUESTION, question.name());
        }
        if (assessBy != null) {
            variables.put(PublicationContract.Variables.ASSESS_BY, assessBy.toString());
        }
        runtime.createProcessInstanceByKey(key)
                .businessKey(subjectId.toString())
                .setVariables(variables)
                .execute();
    }
}
