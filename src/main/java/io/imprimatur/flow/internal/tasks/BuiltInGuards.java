package io.imprimatur.flow.internal.tasks;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Attaches the product's own listeners to every model. Built-in listeners run even when a request asks to skip custom
 * ones.
 */
@Component
public final class BuiltInGuards extends AbstractBpmnParseListener {
    private final StartGuard startGuard;
    private final TaskOpening opening;
    private final TaskAssignment assignment;
    private final TaskCompletion completion;

    BuiltInGuards(StartGuard startGuard, TaskOpening opening, TaskAssignment assignment, TaskCompletion completion) {
        this.startGuard = startGuard;
        this.opening = opening;
        this.assignment = assignment;
        this.completion = completion;
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, startGuard, 0);
    }

    @Override
    public void parseServiceTask(Element serviceTask, ScopeImpl scope, ActivityImpl activity) {
        Step.read(serviceTask, activity);
    }

    @Override
    public void parseSendTask(Element sendTask, ScopeImpl scope, ActivityImpl activity) {
        Step.read(sendTask, activity);
    }

    @Override
    public void parseIntermediateThrowEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
        Step.read(event, activity);
    }

    @Override
    public void parseEndEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
        Step.read(event, activity);
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        ReviewTask.read(userTask, activity);
        QuestionTask.read(userTask, activity);
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, opening);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assignment);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completion);
    }
}
