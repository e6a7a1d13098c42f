package io.imprimatur.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.audit.Door;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Piece;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.StageGroups;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.identity.Person;
import io.imprimatur.review.Decision;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.FindingAnswer;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FourEyesRulesTest {
    private static final UUID CONTENT = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aReviewerOfTheGroupMayWork() {
        assertThat(WorkRule.firstObjection(work("legal", "lena", "lena"))).isEmpty();
    }

    @Test
    void whoeverIsNotInTheGroupMayNot() {
        assertThat(codeOf(WorkRule.firstObjection(work("clinical", "lena", "lena"))))
                .isEqualTo("not-in-group");
    }

    @Test
    void whoeverHasLeftMayNot() {
        var gone = new WorkRequest(
                task("legal", 1, "lena"), "legal", "lena", Optional.empty(), piece(1), Set.of(), List.of(), none(), 1);
        assertThat(codeOf(WorkRule.firstObjection(gone))).isEqualTo("not-in-group");
    }

    @Test
    void anAuthorOfAnyRevisionMayNot() {
        assertThat(codeOf(WorkRule.NOT_ITS_AUTHOR.objection(work("legal", "lena", Set.of("ann", "lena"), List.of()))))
                .isEqualTo("own-draft");
    }

    @Test
    void nobodyWorksOnAnOldRevision() {
        var old = new WorkRequest(
                task("legal", 1, "lena"),
                "legal",
                "lena",
                person("lena"),
                piece(2),
                Set.of("ann"),
                List.of(),
                none(),
                1);
        assertThat(codeOf(WorkRule.firstObjection(old))).isEqualTo("old-revision");
    }

    @Test
    void nobodyApprovesAtTwoStages() {
        var work = work("legal", "lena", Set.of("ann"), List.of(approval("lena", "clinical")));
        assertThat(codeOf(WorkRule.firstObjection(work))).isEqualTo("approved-another-stage");
    }

    @Test
    void aSecondApprovalNeedsAnotherPerson() {
        var cast = List.of(approval("petra", "privacy"));
        var standing = Standing.of(cast, "hash", Instant.EPOCH);
        var petra = new WorkRequest(
                task("privacy", 1, "petra"),
                "privacy",
                "petra",
                person("petra"),
                piece(1),
                Set.of("ann"),
                cast,
                standing,
                2);
        assertThat(codeOf(WorkRule.ANOTHER_PERSON_IF_MORE_ARE_NEEDED.objection(petra)))
                .isEqualTo("second-person-needed");
    }

    @Test
    void onlyTheOneWhoClaimedDecides() {
        var work = work("legal", "lena", "lars");
        assertThat(codeOf(DecisionRule.firstObjection(decision(work, TaskDecision.APPROVE, "", List.of()))))
                .isEqualTo("not-claimed");
    }

    @Test
    void approvingATextWithoutFindingsNeedsNoReason() {
        var work = work("legal", "lena", "lena");
        assertThat(DecisionRule.firstObjection(decision(work, TaskDecision.APPROVE, "", List.of())))
                .isEmpty();
    }

    @Test
    void anyOtherAnswerNeedsAReason() {
        var work = work("legal", "lena", "lena");
        for (var decision : List.of(TaskDecision.REQUEST_CHANGES, TaskDecision.REJECT)) {
            assertThat(codeOf(DecisionRule.firstObjection(decision(work, decision, "", List.of()))))
                    .isEqualTo("reason-missing");
        }
        var answered = List.of(finding(Severity.REVIEW, "petra"));
        assertThat(codeOf(DecisionRule.firstObjection(decision(work, TaskDecision.APPROVE, "", answered))))
                .isEqualTo("reason-missing");
    }

    @Test
    void anUnansweredFindingStopsAnApprovalButNotAChangeRequest() {
        var work = work("legal", "lena", "lena");
        var findings = List.of(finding(Severity.REVIEW, "petra"), finding(Severity.REVIEW));
        assertThat(codeOf(DecisionRule.firstObjection(decision(work, TaskDecision.APPROVE, "why", findings))))
                .isEqualTo("finding-unanswered");
        assertThat(DecisionRule.firstObjection(decision(work, TaskDecision.REQUEST_CHANGES, "why", findings)))
                .isEmpty();
    }

    @Test
    void anAuthorsAnswerDoesNotCount() {
        var work = work("legal", "lena", "lena");
        var findings = List.of(finding(Severity.REVIEW, "ann"));
        assertThat(codeOf(DecisionRule.firstObjection(decision(work, TaskDecision.APPROVE, "why", findings))))
                .isEqualTo("finding-unanswered");
    }

    @Test
    void eachOfTheTwoWhoOverrideABlockHasAnAnswerOfTheirOwn() {
        var work = work("privacy", "petra", "petra");
        var findings = List.of(finding(Severity.BLOCK, "paul"));
        assertThat(codeOf(DecisionRule.firstObjection(decision(work, TaskDecision.APPROVE, "why", findings))))
                .isEqualTo("own-answer-missing");
        var both = List.of(finding(Severity.BLOCK, "paul", "petra"));
        assertThat(DecisionRule.firstObjection(decision(work, TaskDecision.APPROVE, "why", both)))
                .isEmpty();
    }

    @Test
    void whatBlocksIsApprovedOnlyIfItsAuthorContestedIt() {
        var work = work("privacy", "petra", "petra");
        var request = new DecisionRequest(
                work, TaskDecision.APPROVE, "why", true, List.of(finding(Severity.BLOCK, "petra")), false);
        assertThat(codeOf(DecisionRule.firstObjection(request))).isEqualTo("blocked");
    }

    @Test
    void aTextThatWasNeverScreenedIsNotApproved() {
        var request = new DecisionRequest(
                work("legal", "lena", "lena"), TaskDecision.APPROVE, "why", false, List.of(), false);
        assertThat(codeOf(DecisionRule.firstObjection(request))).isEqualTo("not-screened");
    }

    @Test
    void aLaterNoEndsAnApprovalAndALaterYesTheNo() {
        var approved = approval("lena", "legal");
        var changes = cast("lars", "legal", TaskDecision.REQUEST_CHANGES);
        assertThat(Standing.of(List.of(approved, changes), "hash", Instant.EPOCH)
                        .approversOf("legal"))
                .isEmpty();
        assertThat(Standing.of(List.of(approved, changes), "hash", Instant.EPOCH)
                        .objecting())
                .containsExactly("legal");
        var again = Standing.of(List.of(approved, changes, approved), "hash", Instant.EPOCH);
        assertThat(again.approversOf("legal")).containsExactly("lena");
        assertThat(again.objecting()).isEmpty();
    }

    @Test
    void anApprovalOfAnotherTextOrAnExpiredOneIsNotInForce() {
        assertThat(Standing.of(List.of(approval("lena", "legal")), "other", Instant.EPOCH)
                        .approvals())
                .isEmpty();
        assertThat(Standing.of(List.of(approval("lena", "legal")), "hash", NOW.plusSeconds(1))
                        .approvals())
                .isEmpty();
    }

    private static String codeOf(Optional<Objection> objection) {
        return objection.map(Objection::code).orElse("none");
    }

    private static DecisionRequest decision(
            WorkRequest work, TaskDecision decision, String reason, List<RevisionFinding> findings) {
        return new DecisionRequest(work, decision, reason, true, findings, true);
    }

    private static WorkRequest work(String stage, String personId, String assignee) {
        return new WorkRequest(
                task(stage, 1, assignee),
                stage,
                personId,
                person(personId),
                piece(1),
                Set.of("ann"),
                List.of(),
                none(),
                1);
    }

    private static WorkRequest work(String stage, String personId, Set<String> authors, List<CastDecision> cast) {
        return new WorkRequest(
                task(stage, 1, personId),
                stage,
                personId,
                person(personId),
                piece(1),
                authors,
                cast,
                Standing.of(cast, "hash", Instant.EPOCH),
                1);
    }

    private static Optional<Person> person(String id) {
        var group = id.startsWith("p") ? "compliance" : "legal";
        return Optional.of(new Person(id, id, id + "@imprimatur.local", Set.of(group)));
    }

    private static Standing none() {
        return Standing.of(List.of(), "hash", Instant.EPOCH);
    }

    private static Piece piece(int revision) {
        return new Piece(CONTENT, ContentKind.ANNOUNCEMENT, ContentState.IN_REVIEW, "ann", revision, NOW, NOW);
    }

    private static FlowTask task(String stage, int revision, String assignee) {
        return new FlowTask(
                "task",
                stage + "Review",
                "Review",
                stage,
                1,
                CONTENT,
                revision,
                assignee,
                Set.of(),
                NOW,
                null,
                "x:1:1");
    }

    private static CastDecision approval(String person, String stage) {
        return cast(person, stage, TaskDecision.APPROVE);
    }

    private static CastDecision cast(String person, String stage, TaskDecision decision) {
        return new CastDecision(
                new Decision(
                        UUID.randomUUID(), CONTENT, 1, "hash", stage, person, decision, null, NOW, Door.REST, "x:1:1"),
                StageGroups.of(stage),
                1);
    }

    private static RevisionFinding finding(Severity severity, String... answeredBy) {
        return new RevisionFinding(
                UUID.randomUUID(),
                CONTENT,
                1,
                "body",
                new Finding(Identifier.PHONE, 0, 1, severity, "detector", "rule", "advice"),
                List.of(answeredBy).stream()
                        .map(person -> new FindingAnswer(person, "because", NOW))
                        .toList());
    }
}
