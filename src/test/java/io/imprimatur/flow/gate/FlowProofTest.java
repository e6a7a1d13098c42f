package io.imprimatur.flow.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.flow.gate.RecordedEvent.Decided;
import io.imprimatur.flow.gate.RecordedEvent.HandedIn;
import io.imprimatur.flow.gate.RecordedEvent.Screened;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FlowProofTest {
    private static final FlowCheck CHECK = Checks.check();

    // accepted

    @Test
    void reviewsOneAfterTheOtherAreAccepted() {
        assertThat(check(Drawing.approvalAround(FlowProofTest::inTurn))).isEmpty();
    }

    @Test
    void parallelLegalAndClinicalReviewsAreAccepted() {
        assertThat(check(Drawing.approvalAround(drawing -> drawing.privacy("merge")
                        .xor("merge", "")
                        .and("fork")
                        .flow("merge", "fork")
                        .review("legal", "legal")
                        .review("clinical", "clinical")
                        .and("join")
                        .flow("fork", "legal")
                        .flow("fork", "clinical")
                        .decided("legal", "legal", "join")
                        .decided("clinical", "clinical", "join")
                        .flow("join", "further")
                        .furtherToTheEnd("further"))))
                .isEmpty();
    }

    @Test
    void twoLegalReviewersOfWhomBothMustApproveAreAccepted() {
        assertThat(check(Drawing.approvalAround(drawing -> drawing.privacy("legal")
                        .review("legal", "legal", 2)
                        .decided("legal", "legal", "clinical")
                        .review("clinical", "clinical")
                        .decided("clinical", "clinical", "further")
                        .furtherToTheEnd("further"))))
                .isEmpty();
    }

    @Test
    void anEscalationThatReassignsIsAccepted() {
        assertThat(check(Drawing.approvalAround(drawing -> inTurn(drawing)
                        .timer("late", "legal", true)
                        .review("legalOfManagers", "legal")
                        .flow("late", "legalOfManagers")
                        .decided("legal", "legalOfManagers", "clinical"))))
                .isEmpty();
    }

    @Test
    void aCalledFlowIsReadAsPartOfItsCaller() {
        assertThat(check(Drawing.callingForLegalReview())).isEmpty();
    }

    @Test
    void aCalledFlowThatEndsWithoutAnApprovalDoesNotCount() {
        var drawn = new String(Drawing.callingForLegalReview().bytes(), UTF_8);
        var silent = drawn.replaceAll("(id='(asked|refusing)'>)<bpmn:errorEventDefinition[^>]*>", "$1");

        assertThat(CHECK.check(Checks.with("a.bpmn", silent.getBytes(UTF_8))))
                .extracting(Violation::message)
                .contains(
                        "\"publish\" can be reached without an approval of stage legal, although it asked for changes.");
    }

    @Test
    void waitingForATimeOrANewRevisionAtAnEventBasedGatewayIsAccepted() {
        assertThat(check(Drawing.approvalAround(drawing -> drawing.privacy("legal")
                        .review("legal", "legal")
                        .decided("legal", "legal", "clinical")
                        .review("clinical", "clinical")
                        .decided("clinical", "clinical", "either")
                        .raw("<bpmn:eventBasedGateway id='either'/>")
                        .raw("<bpmn:intermediateCatchEvent id='time'><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H"
                                + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")
                        .raw("<bpmn:intermediateCatchEvent id='newText'><bpmn:messageEventDefinition"
                                + " messageRef='revisedMessage'/></bpmn:intermediateCatchEvent>")
                        .flow("either", "time", "further")
                        .flow("either", "newText", "changes")
                        .furtherToTheEnd("further"))))
                .isEmpty();
    }

    // not compliant

    @Test
    void aStageThatIsLeftOutIsNamedWithTheShortestPathThere() {
        var violations = check(Drawing.approvalAround(drawing -> drawing.privacy("legal")
                .review("legal", "legal")
                .decided("legal", "legal", "further")
                .furtherToTheEnd("further")));

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("not-approved");
            assertThat(violation.element()).isEqualTo("publish");
            assertThat(violation.message())
                    .isEqualTo("\"publish\" can be reached without an approval of stage clinical.");
            assertThat(violation.path())
                    .startsWith("begun")
                    .endsWith("publish")
                    .containsSubsequence("draft", "review", "screen", "needed", "notNeeded", "legal", "further", "done")
                    .doesNotContain("privacy", "changes");
        });
    }

    @Test
    void approvalsOfTheTextBeforeItWasChangedDoNotCount() {
        var violations = check(Drawing.approvalAround(drawing -> drawing.privacy("legal")
                .review("legal", "legal")
                .decided("legal", "legal", "again")
                .xor("again", "first")
                .review("clinical", "clinical")
                .named("first", "again", "clinical", "")
                .when("${clinicalOutcome == 'APPROVED'}", "again", "further")
                .decided("clinical", "clinical", "further")
                .furtherToTheEnd("further")));

        assertThat(violations)
                .extracting(Violation::message)
                .anyMatch(message ->
                        message.startsWith("\"publish\" can be reached without an approval of stage clinical after "));
    }

    @Test
    void passingATaskIsNotItsApproval() {
        assertThat(rules(Drawing.approvalAround(drawing -> drawing.privacy("legal")
                        .review("legal", "legal")
                        .flow("legal", "clinical")
                        .review("clinical", "clinical")
                        .decided("clinical", "clinical", "further")
                        .furtherToTheEnd("further"))))
                .contains("not-approved", "rejected");
    }

    @Test
    void oneOfTwoApprovalsIsNotEnough() {
        var drawing = Drawing.approvalAround(inside -> inside.privacy("legal")
                .review("legal", "legal", 2)
                .xor("enough", "no")
                .flow("legal", "enough")
                .named("no", "enough", "changes", "")
                .when("${legalOutcome == 'REJECTED'}", "enough", "rejects")
                .when("${legalOutcome == 'APPROVED' or legalOutcome == 'MORE_NEEDED'}", "enough", "clinical")
                .review("clinical", "clinical")
                .decided("clinical", "clinical", "further")
                .furtherToTheEnd("further"));

        assertThat(check(drawing))
                .extracting(Violation::message)
                .contains(
                        "\"publish\" can be reached without an approval of stage legal by as many people as it needs.");
    }

    @Test
    void privacyReviewCannotBeLeftOutWhereScreeningAsksForIt() {
        assertThat(check(Drawing.approvalAround(drawing -> drawing.flow("screen", "legal")
                        .review("legal", "legal")
                        .decided("legal", "legal", "clinical")
                        .review("clinical", "clinical")
                        .decided("clinical", "clinical", "further")
                        .furtherToTheEnd("further"))))
                .extracting(Violation::message)
                .contains("\"publish\" can be reached without an approval of stage privacy, although screening asks for"
                        + " it.");
    }

    @Test
    void furtherReviewsThatEndAtTheFirstApprovalAreNotAllOfThem() {
        assertThat(check(Drawing.approvalAround(drawing -> drawing.privacy("legal")
                        .review("legal", "legal")
                        .decided("legal", "legal", "clinical")
                        .review("clinical", "clinical")
                        .decided("clinical", "clinical", "further")
                        .further("further", false, "${furtherOutcome == 'APPROVED'}")
                        .xor("furtherDecided", "")
                        .flow("further", "furtherDecided")
                        .when("${furtherOutcome == 'APPROVED'}", "furtherDecided", "done")
                        .when("${furtherOutcome == 'CHANGES_REQUESTED'}", "furtherDecided", "changes")
                        .when("${furtherOutcome == 'REJECTED'}", "furtherDecided", "rejects"))))
                .extracting(Violation::rule)
                .contains("not-approved");
    }

    @Test
    void twoTokensAtPublishAreADuplicate() {
        assertThat(rules(Drawing.approvalAround(FlowProofTest::inTurn)
                        .timer("impatient", "publish", false)
                        .flow("impatient", "publish")))
                .contains("duplicate-publish");
    }

    @Test
    void aTextThatChangesWhileADraftIsOpenBesideIsNotScreened() {
        assertThat(rules(Drawing.approvalAround(FlowProofTest::inTurn)
                        .timer("reminder", "publish", false)
                        .flow("reminder", "draft")))
                .contains("duplicate-publish");
    }

    @Test
    void aFlowThatMayOnlyAskPublishesNothing() {
        assertThat(rules(Drawing.of("publication-question")
                        .start("s")
                        .block("publish", "publish")
                        .end("e")
                        .flow("s", "publish", "e")))
                .contains("purpose", "question", "uncaught-error");
    }

    @Test
    void aWithdrawalThatMayEndBeforeThePostIsDownIsRefused() {
        assertThat(rules(Drawing.of("withdrawal")
                        .start("s")
                        .block("down", "takeDown")
                        .timer("late", "down", true)
                        .end("e")
                        .end("given-up")
                        .flow("s", "down", "e")
                        .flow("late", "given-up")))
                .containsExactly("not-taken-down");
    }

    // not sound

    @Test
    void aRejectedPostThatComesBackToItsAuthorIsADeadEnd() {
        assertThat(check(Drawing.of("p")
                        .start("s")
                        .draft("d")
                        .review("legal", "legal")
                        .end("e")
                        .flow("s", "d", "legal")
                        .xor("x", "back")
                        .flow("legal", "x")
                        .named("back", "x", "d", "")
                        .when("${legalOutcome == 'APPROVED'}", "x", "e")
                        .when("${legalOutcome == 'CHANGES_REQUESTED'}", "x", "e")))
                .extracting(Violation::message)
                .anyMatch(message -> message.startsWith("A rejected post can come back to its author at \"d\""));
    }

    @Test
    void aGatewayWithoutAWayForEachOutcomeIsStuck() {
        assertThat(check(Drawing.of("p")
                        .start("s")
                        .review("legal", "legal")
                        .xor("x", "")
                        .end("e")
                        .flow("s", "legal", "x")
                        .when("${legalOutcome == 'REJECTED'}", "x", "e")
                        .when("${legalOutcome == 'APPROVED'}", "x", "e")))
                .filteredOn(violation -> violation.rule().equals("stuck"))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.message()).contains("after stage legal asked for changes");
                    assertThat(violation.path()).containsExactly("s", "f1", "legal", "f2", "x");
                });
    }

    @Test
    void aConditionOnAVariableThatIsNotSetFailsInTheEngine() {
        assertThat(rules(Drawing.of("p")
                        .start("s")
                        .xor("x", "otherwise")
                        .end("e")
                        .flow("s", "x")
                        .when("${privacyReviewNeeded}", "x", "e")
                        .named("otherwise", "x", "e", "")))
                .contains("condition");
    }

    @Test
    void nullIsEqualToNullAlone() {
        assertThat(rules(Drawing.of("p")
                        .start("s")
                        .xor("x", "")
                        .end("e")
                        .end("never")
                        .flow("s", "x")
                        .when("${publishAt != null}", "x", "never")
                        .when("${publishAt == null and not (legalOutcome == 'APPROVED')}", "x", "e")))
                .containsExactly("unreachable");
    }

    @Test
    void aJoinWithoutItsOtherBranchWaitsForEver() {
        assertThat(rules(Drawing.of("p")
                        .start("s")
                        .question("q", "INCIDENT")
                        .and("join")
                        .end("e")
                        .flow("s", "q", "join", "e")
                        .draft("d")
                        .flow("d", "join")))
                .contains("dead-end", "unreachable");
    }

    @Test
    void aLoopWithoutAWaitAndOneThatMultipliesTokensAreRefused() {
        assertThat(rules(Drawing.of("p").start("s").xor("x", "").xor("y", "").flow("s", "x", "y", "x")))
                .contains("endless");
        assertThat(rules(Drawing.of("p")
                        .start("s")
                        .draft("d")
                        .and("fork")
                        .end("e")
                        .flow("s", "d", "fork", "d")
                        .flow("fork", "e")
                        .flow("fork", "d")))
                .contains("too-many-tokens");
    }

    @Test
    void anErrorThatNobodyCatchesIsRefusedAndTheNearestCatchTakesIt() {
        assertThat(rules(Drawing.of("p")
                        .start("s")
                        .sub("r")
                        .start("i")
                        .error("no", "rejected")
                        .flow("i", "no")
                        .endSub()
                        .flow("s", "r")))
                .containsExactly("uncaught-error");
        assertThat(rules(Drawing.of("p")
                        .start("s")
                        .sub("outer")
                        .start("o")
                        .sub("r")
                        .start("i")
                        .error("no", "rejected")
                        .flow("i", "no")
                        .endSub()
                        .catches("near", "r", "")
                        .end("e")
                        .flow("near", "e")
                        .flow("o", "r")
                        .endSub()
                        .catches("far", "outer", "rejected")
                        .end("e2")
                        .flow("s", "outer", "e2")
                        .flow("far", "e2")))
                .containsExactly("unreachable");
    }

    @Test
    void anEscalationThatDoesNotInterruptGoesOnBesideAndOneThatIsNotCaughtIsNoError() {
        var escalates = "<bpmn:intermediateThrowEvent id='tell'><bpmn:escalationEventDefinition escalationRef='esc'/>"
                + "</bpmn:intermediateThrowEvent>";
        var drawing = Drawing.of("p")
                .start("s")
                .sub("r")
                .start("i")
                .raw(escalates)
                .draft("d")
                .end("e")
                .flow("i", "tell", "d", "e")
                .endSub()
                .raw("<bpmn:boundaryEvent id='told' attachedToRef='r' cancelActivity='false'>"
                        + "<bpmn:escalationEventDefinition escalationRef='esc'/></bpmn:boundaryEvent>")
                .draft("manager")
                .end("e2")
                .flow("told", "manager", "e2")
                .flow("s", "r", "e2");
        var xml = new String(drawing.bytes(), UTF_8)
                .replace("</bpmn:definitions>", "<bpmn:escalation id='esc' escalationCode='late'/></bpmn:definitions>");
        assertThat(CHECK.check(Checks.with("p.bpmn", xml.getBytes(UTF_8)))).isEmpty();
    }

    @Test
    void terminatingEndsTheOtherBranchesOfItsScopeAlone() {
        assertThat(rules(Drawing.of("p")
                        .start("s")
                        .and("fork")
                        .draft("d")
                        .terminate("stop")
                        .question("q", "INCIDENT")
                        .end("e")
                        .flow("s", "fork", "d", "stop")
                        .flow("fork", "q", "e")))
                .isEmpty();
    }

    @Test
    void anInterruptedCallGivesNoVariablesBack() {
        var inner =
                "<bpmn:startEvent id='cs'/><bpmn:userTask id='legalThere'><bpmn:extensionElements><camunda:properties>"
                        + "<camunda:property name='stage' value='legal'/></camunda:properties></bpmn:extensionElements></bpmn:userTask>"
                        + "<bpmn:userTask id='after'><bpmn:extensionElements><camunda:properties>"
                        + "<camunda:property name='question' value='INCIDENT'/></camunda:properties></bpmn:extensionElements>"
                        + "</bpmn:userTask><bpmn:endEvent id='ce'/>"
                        + "<bpmn:sequenceFlow id='c1' sourceRef='cs' targetRef='legalThere'/>"
                        + "<bpmn:sequenceFlow id='c2' sourceRef='legalThere' targetRef='after'/>"
                        + "<bpmn:sequenceFlow id='c3' sourceRef='after' targetRef='ce'/>";
        var interrupted = Drawing.of("p")
                .start("s")
                .call("call", "inner")
                .timer("late", "call", true)
                .xor("x", "unset")
                .end("e")
                .end("known")
                .flow("s", "call", "e")
                .flow("late", "x")
                .when("${legalOutcome != null}", "x", "known")
                .named("unset", "x", "e", "")
                .nextProcess("inner")
                .raw(inner);
        assertThat(check(interrupted)).extracting(Violation::element).containsExactly("known");

        var ended = Drawing.of("p")
                .start("s")
                .call("call", "inner")
                .xor("x", "unset")
                .end("e")
                .end("known")
                .flow("s", "call", "x")
                .when("${legalOutcome != null}", "x", "known")
                .named("unset", "x", "e", "")
                .nextProcess("inner")
                .raw(inner);
        assertThat(check(ended)).extracting(Violation::element).containsExactly("e");
    }

    @Test
    void whatWasNeverSetInACalledFlowStaysInItsCaller() {
        assertThat(check(Drawing.of("p")
                        .start("s")
                        .and("fork")
                        .call("call", "inner")
                        .review("legal", "legal")
                        .xor("x", "no")
                        .end("e")
                        .end("known")
                        .flow("s", "fork", "call", "x")
                        .flow("fork", "legal", "e")
                        .when("${legalOutcome == 'REJECTED'}", "x", "known")
                        .named("no", "x", "e", "")
                        .nextProcess("inner")
                        .raw(ONE_QUESTION)))
                .as("rejected while the call lasts")
                .isEmpty();
    }

    @Test
    void allTasksOfAStageNeedTheSameNumberOfApprovalsInCalledFlowsToo() {
        var files = Checks.with(
                "a.bpmn",
                Drawing.of("p")
                        .start("s")
                        .review("legal", "legal", 2)
                        .call("call", "inner")
                        .end("e")
                        .flow("s", "legal", "call", "e")
                        .bytes());
        files.put(
                "b.bpmn",
                Drawing.of("inner")
                        .start("cs")
                        .review("cl", "legal", 1)
                        .end("ce")
                        .flow("cs", "cl", "ce")
                        .bytes());
        assertThat(CHECK.check(files)).extracting(Violation::rule).containsExactly("stage");
    }

    @Test
    void theStandardFlowKeepsEveryPromiseByItselfThoughAnotherFlowCallsIt() {
        assertThat(check(Drawing.of("p")
                        .start("s")
                        .call("call", "content-approval")
                        .catches("no", "call", "rejected")
                        .end("e")
                        .flow("s", "call", "e")
                        .flow("no", "e")
                        .nextProcess("content-approval")
                        .start("cs")
                        .xor("x", "ok")
                        .end("ce")
                        .error("raised", "rejected")
                        .review("legal", "legal")
                        .flow("cs", "legal", "x")
                        .when("${legalOutcome == 'REJECTED'}", "x", "raised")
                        .named("ok", "x", "ce", "")))
                .extracting(Violation::rule)
                .containsExactly("uncaught-error");
    }

    @Test
    void aCalledFlowThatPublishesIsRefusedSinceItCouldBeStartedAlone() {
        var publishing = "<bpmn:startEvent id='cs'/><bpmn:serviceTask id='out' camunda:asyncBefore='true'"
                + " camunda:delegateExpression='${publish}'/><bpmn:endEvent id='ce'/>"
                + "<bpmn:sequenceFlow id='c1' sourceRef='cs' targetRef='out'/>"
                + "<bpmn:sequenceFlow id='c2' sourceRef='out' targetRef='ce'/>";
        assertThat(rules(Drawing.of("p")
                        .start("s")
                        .call("call", "inner")
                        .catches("any", "call", "")
                        .end("e")
                        .flow("s", "call", "e")
                        .flow("any", "e")
                        .nextProcess("inner")
                        .raw(publishing)))
                .contains("not-screened");
    }

    @Test
    void aProcessMustNotCallItself() {
        assertThat(rules(Drawing.of("p").start("s").call("call", "p").end("e").flow("s", "call", "e")))
                .containsExactly("structure");
    }

    @Test
    void aFixedNumberOfInstancesMayEndEarlyByCountingThem() {
        var twice = "<bpmn:userTask id='two'><bpmn:multiInstanceLoopCharacteristics isSequential='%s'>"
                + "<bpmn:loopCardinality>3</bpmn:loopCardinality><bpmn:completionCondition>${nrOfCompletedInstances == 2}"
                + "</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>";
        for (var sequential : List.of("true", "false")) {
            assertThat(check(Drawing.of("p")
                            .start("s")
                            .raw(twice.formatted(sequential))
                            .end("e")
                            .flow("s", "two", "e")))
                    .isEmpty();
        }
    }

    // bounds

    @Test
    void whatIsTooLargeIsRefusedWithItsReason() {
        var check = Checks.check(new CheckTerms(Checks.REQUIRED, 20, Duration.ofMinutes(1)));
        assertThat(check.check(Checks.with(
                        "a.bpmn", Drawing.approvalAround(FlowProofTest::inTurn).bytes())))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo("too-large");
                    assertThat(violation.message()).contains("20 states", "imprimatur.flow.check.max-states");
                });
    }

    @Test
    void twoHundredElementsAreFewStates() {
        var drawing = Drawing.approvalAround(inside -> {
            var all = inside.privacy("merge")
                    .xor("merge", "")
                    .and("fork")
                    .flow("merge", "fork")
                    .and("join");
            for (int i = 0; i < 6; i++) {
                var stage = i == 0 ? "legal" : i == 1 ? "clinical" : "ethics" + i;
                all.review(stage, stage).flow("fork", stage).decided(stage, stage, "join");
                for (var kind : List.of("Reminder", "Escalation")) {
                    all.timer(stage + kind, stage, false)
                            .end(stage + kind + "End")
                            .flow(stage + kind, stage + kind + "End");
                }
            }
            var before = "join";
            for (int i = 0; i < 12; i++) {
                var stage = "later" + i;
                all.review(stage, stage)
                        .flow(before, stage)
                        .xor(stage + "On", "")
                        .decided(stage, stage, stage + "On");
                all.timer(stage + "Reminder", stage, false).end(stage + "End").flow(stage + "Reminder", stage + "End");
                before = stage + "On";
            }
            return all.flow(before, "further").furtherToTheEnd("further");
        });
        var begun = System.nanoTime();
        var violations = check(drawing);
        System.out.println("A flow of 200 elements: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        assertThat(violations).isEmpty();
    }

    // walk, replay, move

    @Test
    void aWalkOffersWhatCanHappenAndSaysWhatIsTrue() {
        var files = Checks.with(
                "a.bpmn", Drawing.approvalAround(FlowProofTest::inTurn).bytes());
        var begun = CHECK.walk(files, "content-approval", List.of());
        assertThat(begun.tokens()).containsExactly("draft");
        assertThat(begun.moves()).extracting(Move::id).containsExactly("COMPLETE@draft");

        var screened = CHECK.walk(
                files,
                "content-approval",
                List.of("COMPLETE@draft", "GO_ON@screen:clear, no further reviews, at once", "APPROVE@legal"));
        assertThat(screened.tokens()).containsExactly("clinical");
        assertThat(screened.facts()).containsExactly("Screening found nothing", "Legal approved");
        assertThat(screened.passed()).startsWith("begun").contains("screen", "legalDecided");
        assertThat(screened.moves())
                .extracting(Move::id)
                .contains("APPROVE@clinical", "REQUEST_CHANGES@clinical", "REJECT@clinical", "FIRE@revised");

        var bypass = Checks.with(
                "a.bpmn",
                Drawing.approvalAround(drawing -> drawing.flow("screen", "done"))
                        .bytes());
        var broken = CHECK.walk(
                bypass,
                "content-approval",
                List.of("COMPLETE@draft", "GO_ON@screen:clear, no further reviews, at once", "GO_ON@publish:goes out"));
        assertThat(broken.violation()).isNotNull().satisfies(violation -> assertThat(violation.rule())
                .isEqualTo("not-approved"));
        assertThat(broken.moves()).isEmpty();
    }

    @Test
    void aRecordedPostTakesItsWayThroughAnotherModel() {
        var post = new RecordedPost(List.of(
                new HandedIn(),
                new Screened(false, false, List.of(), false),
                new Decided("legal", TaskDecision.REQUEST_CHANGES, StageOutcome.CHANGES_REQUESTED),
                new HandedIn(),
                new Screened(false, true, List.of("ethics"), true),
                new Decided("privacy", TaskDecision.APPROVE, StageOutcome.APPROVED),
                new Decided("clinical", TaskDecision.APPROVE, StageOutcome.APPROVED),
                new Decided("legal", TaskDecision.APPROVE, StageOutcome.APPROVED),
                new Decided("ethics", TaskDecision.APPROVE, StageOutcome.APPROVED)));
        var replayed = replay(FlowProofTest::inTurn, post);
        assertThat(replayed.ending()).isEqualTo(Ending.PUBLISHED);
        assertThat(replayed.passed())
                .contains("changesAsked", "privacy", "further")
                .endsWith("publish");

        var waiting = replay(
                drawing -> drawing.privacy("board")
                        .review("board", "board")
                        .decided("board", "board", "legal")
                        .review("legal", "legal")
                        .decided("legal", "legal", "clinical")
                        .review("clinical", "clinical")
                        .decided("clinical", "clinical", "further")
                        .furtherToTheEnd("further"),
                post);
        assertThat(waiting.missing()).isEqualTo("board");
        assertThat(waiting.ending()).isEqualTo(Ending.WAITING);
        assertThat(waiting.tokens()).containsExactly("board");

        var atDraft = replay(
                FlowProofTest::inTurn,
                new RecordedPost(List.of(new HandedIn(), new Screened(true, false, List.of(), false))));
        assertThat(atDraft.ending()).isEqualTo(Ending.AT_DRAFT);

        var rejected = replay(
                FlowProofTest::inTurn,
                new RecordedPost(List.of(
                        new HandedIn(),
                        new Screened(false, false, List.of(), false),
                        new Decided("legal", TaskDecision.REJECT, StageOutcome.REJECTED))));
        assertThat(rejected.ending()).isEqualTo(Ending.REJECTED);
    }

    @Test
    void postsMoveOnlyWhereNoPromiseBreaks() {
        var inTurn = Checks.with(
                "a.bpmn", Drawing.approvalAround(FlowProofTest::inTurn).bytes());
        assertThat(CHECK.checkMoved(inTurn, inTurn, "content-approval", Map.of()))
                .isEmpty();

        UnaryOperator<Drawing> clinicalFirst = drawing -> drawing.privacy("clinical")
                .review("clinical", "clinical")
                .decided("clinical", "clinical", "legal")
                .review("legal", "legal")
                .decided("legal", "legal", "further")
                .furtherToTheEnd("further");
        var turned = Checks.with("a.bpmn", Drawing.approvalAround(clinicalFirst).bytes());
        assertThat(CHECK.check(turned)).isEmpty();
        assertThat(CHECK.checkMoved(inTurn, turned, "content-approval", Map.of()))
                .extracting(Violation::message)
                .contains("\"publish\" can be reached without an approval of stage clinical.");

        UnaryOperator<Drawing> renamed = drawing -> drawing.privacy("lawyer")
                .review("lawyer", "legal")
                .decided("legal", "lawyer", "clinical")
                .review("clinical", "clinical")
                .decided("clinical", "clinical", "further")
                .furtherToTheEnd("further");
        var other = Checks.with("a.bpmn", Drawing.approvalAround(renamed).bytes());
        assertThat(CHECK.checkMoved(inTurn, other, "content-approval", Map.of()))
                .extracting(Violation::rule, Violation::element)
                .containsExactly(tuple("not-mapped", "legal"));
        assertThat(CHECK.checkMoved(inTurn, other, "content-approval", Map.of("legal", "lawyer")))
                .isEmpty();
    }

    // helpers

    private static final String ONE_QUESTION =
            "<bpmn:startEvent id='cs'/><bpmn:userTask id='ask'><bpmn:extensionElements><camunda:properties>"
                    + "<camunda:property name='question' value='INCIDENT'/></camunda:properties></bpmn:extensionElements>"
                    + "</bpmn:userTask><bpmn:endEvent id='ce'/>"
                    + "<bpmn:sequenceFlow id='c1' sourceRef='cs' targetRef='ask'/>"
                    + "<bpmn:sequenceFlow id='c2' sourceRef='ask' targetRef='ce'/>";

    private static Drawing inTurn(Drawing drawing) {
        return drawing.privacy("legal")
                .review("legal", "legal")
                .decided("legal", "legal", "clinical")
                .review("clinical", "clinical")
                .decided("clinical", "clinical", "further")
                .furtherToTheEnd("further");
    }

    private static Replayed replay(UnaryOperator<Drawing> reviews, RecordedPost post) {
        return CHECK.replay(
                Checks.with("a.bpmn", Drawing.approvalAround(reviews).bytes()), "content-approval", post);
    }

    private static List<Violation> check(Drawing drawing) {
        return CHECK.check(Checks.with("a.bpmn", drawing.bytes()));
    }

    private static List<String> rules(Drawing drawing) {
        return check(drawing).stream().map(Violation::rule).distinct().toList();
    }
}
