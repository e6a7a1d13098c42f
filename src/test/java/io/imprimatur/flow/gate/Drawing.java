package io.imprimatur.flow.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.UnaryOperator;

/** Writes a flow, element by element. */
final class Drawing {
    private static final String HEAD =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
              xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
            <bpmn:message id="revisedMessage" name="revised"/><bpmn:message id="settledMessage" name="settled"/>
            """;

    private final StringBuilder xml;
    /** What the ids of its sequence flows begin with. */
    private final String prefix;

    private int flows;

    private Drawing(String head, String prefix) {
        this.xml = new StringBuilder(head);
        this.prefix = prefix;
    }

    static Drawing of(String process) {
        return new Drawing(HEAD, "f").process(process);
    }

    /** What stands within a process that is drawn elsewhere. */
    static Drawing within(String process) {
        return new Drawing("", process + "Flow");
    }

    /** Another process in the same file, drawn before. */
    Drawing nextProcess(String id, Drawing within) {
        return nextProcess(id).raw(within.xml.toString());
    }

    Drawing process(String id) {
        return raw("<bpmn:process id='%s' isExecutable='true' camunda:historyTimeToLive='P1D'>".formatted(id));
    }

    /** Another process in the same file. */
    Drawing nextProcess(String id) {
        return raw("</bpmn:process>").process(id);
    }

    Drawing start(String id) {
        return raw("<bpmn:startEvent id='%s'/>".formatted(id));
    }

    Drawing end(String id) {
        return raw("<bpmn:endEvent id='%s'/>".formatted(id));
    }

    Drawing error(String id, String code) {
        return raw(("<bpmn:endEvent id='%s'><bpmn:errorEventDefinition errorRef='%sError'/></bpmn:endEvent>")
                .formatted(id, code));
    }

    Drawing terminate(String id) {
        return raw("<bpmn:endEvent id='%s'><bpmn:terminateEventDefinition/></bpmn:endEvent>".formatted(id));
    }

    Drawing draft(String id) {
        return raw("<bpmn:userTask id='%s'/>".formatted(id));
    }

    Drawing review(String id, String stage) {
        return review(id, stage, 1);
    }

    Drawing review(String id, String stage, int approvals) {
        return raw(("<bpmn:userTask id='%s'><bpmn:extensionElements><camunda:properties>"
                        + "<camunda:property name='stage' value='%s'/><camunda:property name='approvals' value='%d'/>"
                        + "</camunda:properties></bpmn:extensionElements></bpmn:userTask>")
                .formatted(id, stage, approvals));
    }

    Drawing question(String id, String question) {
        return raw(("<bpmn:userTask id='%s'><bpmn:extensionElements><camunda:properties>"
                        + "<camunda:property name='question' value='%s'/>"
                        + "</camunda:properties></bpmn:extensionElements></bpmn:userTask>")
                .formatted(id, question));
    }

    /** The reviews that the release policy adds. */
    Drawing further(String id, boolean sequential, String endsEarlyIf) {
        return raw(("<bpmn:userTask id='%s'><bpmn:extensionElements><camunda:properties>"
                        + "<camunda:property name='stage' value='further'/></camunda:properties></bpmn:extensionElements>"
                        + "<bpmn:multiInstanceLoopCharacteristics isSequential='%s'"
                        + " camunda:collection='${stages.of(furtherStages)}' camunda:elementVariable='stage'>%s"
                        + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>")
                .formatted(
                        id,
                        sequential,
                        endsEarlyIf.isEmpty()
                                ? ""
                                : "<bpmn:completionCondition>" + endsEarlyIf + "</bpmn:completionCondition>"));
    }

    Drawing block(String id, String block) {
        return raw(("<bpmn:serviceTask id='%s' camunda:asyncBefore='true' camunda:delegateExpression='${%s}'/>")
                .formatted(id, block));
    }

    Drawing xor(String id, String defaultFlow) {
        return raw(
                defaultFlow.isEmpty()
                        ? "<bpmn:exclusiveGateway id='%s'/>".formatted(id)
                        : "<bpmn:exclusiveGateway id='%s' default='%s'/>".formatted(id, defaultFlow));
    }

    Drawing and(String id) {
        return raw("<bpmn:parallelGateway id='%s'/>".formatted(id));
    }

    Drawing sub(String id) {
        return raw("<bpmn:subProcess id='%s'>".formatted(id));
    }

    Drawing endSub() {
        return raw("</bpmn:subProcess>");
    }

    Drawing call(String id, String key) {
        return raw(("<bpmn:callActivity id='%s' calledElement='%s' camunda:calledElementBinding='deployment'>"
                        + "<bpmn:extensionElements><camunda:in variables='all'/><camunda:out variables='all'/>"
                        + "</bpmn:extensionElements></bpmn:callActivity>")
                .formatted(id, key));
    }

    Drawing catches(String id, String host, String code) {
        return raw(("<bpmn:boundaryEvent id='%s' attachedToRef='%s'><bpmn:errorEventDefinition %s/>"
                        + "</bpmn:boundaryEvent>")
                .formatted(id, host, code.isEmpty() ? "" : "errorRef='" + code + "Error'"));
    }

    Drawing revised(String id, String host) {
        return raw(("<bpmn:boundaryEvent id='%s' attachedToRef='%s'>"
                        + "<bpmn:messageEventDefinition messageRef='revisedMessage'/></bpmn:boundaryEvent>")
                .formatted(id, host));
    }

    Drawing timer(String id, String host, boolean interrupting) {
        return raw(("<bpmn:boundaryEvent id='%s' attachedToRef='%s' cancelActivity='%s'><bpmn:timerEventDefinition>"
                        + "<bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>")
                .formatted(id, host, interrupting));
    }

    /** Sequence flows through all of these, one after the other. */
    Drawing flow(String... ids) {
        for (int i = 1; i < ids.length; i++) {
            named(prefix + ++flows, ids[i - 1], ids[i], "");
        }
        return this;
    }

    Drawing when(String condition, String source, String target) {
        return named(prefix + ++flows, source, target, condition);
    }

    Drawing named(String id, String source, String target, String condition) {
        var inner = condition.isEmpty() ? "" : "<bpmn:conditionExpression>" + condition + "</bpmn:conditionExpression>";
        return raw("<bpmn:sequenceFlow id='%s' sourceRef='%s' targetRef='%s'>%s</bpmn:sequenceFlow>"
                .formatted(id, source, target, inner));
    }

    /** A gateway after a review: on if it approved, again if another person is needed, else to "changes" or "rejects". */
    Drawing decided(String stage, String task, String on) {
        var gateway = task + "Decided";
        return xor(gateway, "")
                .flow(task, gateway)
                .when("${" + stage + "Outcome == 'APPROVED'}", gateway, on)
                .when("${" + stage + "Outcome == 'MORE_NEEDED'}", gateway, task)
                .when("${" + stage + "Outcome == 'CHANGES_REQUESTED'}", gateway, "changes")
                .when("${" + stage + "Outcome == 'REJECTED'}", gateway, "rejects");
    }

    /** Everything around the reviews: draft, subprocess "review" with "screen" in it, "publish" and the ways back. */
    static Drawing approvalAround(UnaryOperator<Drawing> reviews) {
        var drawing = Drawing.of("content-approval")
                .start("begun")
                .draft("draft")
                .sub("review")
                .start("in")
                .block("screen", "screenRevision")
                .flow("in", "screen");
        return reviews.apply(drawing)
                .end("done")
                .error("changes", "changesRequested")
                .error("rejects", "rejected")
                .endSub()
                .revised("revised", "review")
                .catches("blocked", "review", "screeningBlocked")
                .catches("changesAsked", "review", "changesRequested")
                .catches("rejectedThere", "review", "rejected")
                .block("publish", "publish")
                .catches("refused", "publish", "releaseRefused")
                .catches("expired", "publish", "approvalExpired")
                .end("published")
                .end("rejectedEnd")
                .flow("begun", "draft", "review", "publish", "published")
                .flow("revised", "review")
                .flow("blocked", "draft")
                .flow("changesAsked", "draft")
                .flow("rejectedThere", "rejectedEnd")
                .flow("refused", "draft")
                .flow("expired", "review");
    }

    /** Legal review is a flow of its own, which says by errors that it did not approve. */
    static Drawing callingForLegalReview() {
        return approvalAround(drawing -> drawing.privacy("callLegal")
                        .call("callLegal", "legal-check")
                        .catches("legalNo", "callLegal", "changesRequested")
                        .catches("legalNever", "callLegal", "rejected")
                        .flow("legalNo", "changes")
                        .flow("legalNever", "rejects")
                        .review("clinical", "clinical")
                        .flow("callLegal", "clinical")
                        .decided("clinical", "clinical", "further")
                        .furtherToTheEnd("further"))
                .nextProcess(
                        "legal-check",
                        within("legal-check")
                                .start("calledStart")
                                .review("legal", "legal")
                                .xor("how", "")
                                .end("calledEnd")
                                .error("asked", "changesRequested")
                                .error("refusing", "rejected")
                                .flow("calledStart", "legal", "how")
                                .when("${legalOutcome == 'APPROVED'}", "how", "calledEnd")
                                .when("${legalOutcome == 'CHANGES_REQUESTED'}", "how", "asked")
                                .when("${legalOutcome == 'REJECTED'}", "how", "refusing"));
    }

    /** Privacy review if it is needed, between "screen" and what follows. */
    Drawing privacy(String on) {
        return xor("needed", "notNeeded")
                .flow("screen", "needed")
                .named("notNeeded", "needed", on, "")
                .review("privacy", "privacy")
                .when("${privacyReviewNeeded}", "needed", "privacy")
                .decided("privacy", "privacy", on);
    }

    /** The reviews that the policy adds, and the end of the subprocess behind them. */
    Drawing furtherToTheEnd(String task) {
        return further(task, false, "${furtherOutcome != 'APPROVED'}")
                .xor(task + "Decided", "")
                .flow(task, task + "Decided")
                .when("${furtherOutcome == 'APPROVED'}", task + "Decided", "done")
                .when("${furtherOutcome == 'CHANGES_REQUESTED'}", task + "Decided", "changes")
                .when("${furtherOutcome == 'REJECTED'}", task + "Decided", "rejects");
    }

    Drawing raw(String text) {
        xml.append(text).append('\n');
        return this;
    }

    byte[] bytes() {
        var errors = new StringBuilder();
        for (var code :
                new String[] {"screeningBlocked", "releaseRefused", "approvalExpired", "changesRequested", "rejected"
                }) {
            errors.append("<bpmn:error id='%sError' errorCode='%s'/>".formatted(code, code));
        }
        return (xml + "</bpmn:process>" + errors + "</bpmn:definitions>").getBytes(UTF_8);
    }
}
