package io.imprimatur.flow.internal.blocks;

import io.imprimatur.flow.ContentApproval;
import io.imprimatur.flow.internal.tasks.Step;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationType;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Reads a service task of the building block {@code waitUntil} as the engine reads a timer event, so that it waits by a timer
 * of the engine: it survives a restart, is seen among the jobs, and goes when the step is left.
 */
public final class TimerSteps extends BpmnParse {
    private static final String UNTIL = "until";
    private static final Pattern DURATION =
            Pattern.compile("P(?=[0-9T])([0-9]{1,4}D)?(T(?=[0-9])([0-9]{1,5}H)?([0-9]{1,6}M)?([0-9]{1,8}S)?)?");

    public TimerSteps(BpmnParser parser) {
        super(parser);
    }

    @Override
    public ActivityImpl parseServiceTask(Element serviceTask, ScopeImpl scope) {
        var activity = super.parseServiceTask(serviceTask, scope);
        Step.of(activity)
                .filter(step -> step.block().equals(ContentApproval.Blocks.WAIT_UNTIL))
                .ifPresent(step -> wait(step.property(UNTIL).orElse(""), activity, serviceTask));
        return activity;
    }

    private void wait(String until, ActivityImpl activity, Element serviceTask) {
        var publication = until.equals(ContentApproval.Variables.PUBLISH_AT);
        if (!publication && !DURATION.matcher(until).matches()) {
            addError(
                    "Say until when this step waits: \"publishAt\", or how long, such as PT2H.",
                    serviceTask,
                    activity.getId());
            return;
        }
        activity.setActivityBehavior(new IntermediateCatchEventActivityBehavior(false));
        activity.setScope(true);
        addTimerDeclaration(
                activity,
                publication
                        ? timer(activity, TimerDeclarationType.DATE, new UntilPublication())
                        : timer(activity, TimerDeclarationType.DURATION, expressionManager.createExpression(until)));
    }

    private TimerDeclarationImpl timer(ActivityImpl activity, TimerDeclarationType type, Expression due) {
        var timer = new TimerDeclarationImpl(due, type, TimerCatchIntermediateEventJobHandler.TYPE);
        timer.setRawJobHandlerConfiguration(activity.getId());
        timer.setActivity(activity);
        timer.setJobConfiguration(type + ": " + due.getExpressionText());
        addJobDeclarationToProcessDefinition(timer, (ProcessDefinitionEntity) activity.getProcessDefinition());
        return timer;
    }
}
