package io.imprimatur.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.audit.Door;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Piece;
import io.imprimatur.content.Revision;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.review.Decision;
import io.imprimatur.review.ReviewPlan;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.FindingAnswer;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever is written into the tables, in whatever order, the release check permits only what promise 1 allows. The
 * promise is told here a second time, from the log of what happened and without any of the check's own types.
 */
class ReleaseRulesPropertyTest {
    private static final UUID CONTENT = UUID.fromString("5b4b3f4c-1d3b-4a7e-9a52-0c6a0f7f2f11");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration VALID_FOR = Duration.ofDays(30);
    private static final Map<String, String> GROUP_OF = Map.of(
            "lena",
            "legal",
            "lars",
            "legal",
            "cleo",
            "clinical",
            "carl",
            "clinical",
            "petra",
            "compliance",
            "paul",
            "compliance",
            "both",
            "legal",
            "ann",
            "legal");
    private static final List<String> PEOPLE =
            GROUP_OF.keySet().stream().sorted().toList();

    /** What may happen to a piece, rule-abiding or not. */
    sealed interface Happening {
        record Decided(
                String person, String stage, String group, TaskDecision decision, boolean ofThisText, int daysAgo)
                implements Happening {}

        record Revised(String author) implements Happening {}

        record Contested() implements Happening {}

        record Answered(int finding, String person) implements Happening {}

        record Left(String person) implements Happening {}

        record Altered() implements Happening {}

        record Rejected() implements Happening {}
    }

    record Scene(Verdict verdict, boolean screened, boolean planned, boolean story, List<Happening> happenings) {}

    @Property(tries = 4000)
    void onlyWhatThePromiseAllowsIsPermitted(@ForAll("scenes") Scene scene) {
        var world = new World(scene);
        var permitted = ReleaseRule.firstObjection(world.release()).isEmpty();
        Statistics.label("permitted").collect(permitted).coverage(share -> share.check(true)
                .percentage(p -> p > 5));
        if (permitted) {
            assertThat(promiseHolds(scene)).as("%s", scene).isTrue();
        }
    }

    @Provide
    Arbitrary<Scene> scenes() {
        var verdicts = Arbitraries.of(Verdict.class);
        return Combinators.combine(
                        verdicts,
                        Arbitraries.frequencyOf(
                                Tuple.of(12, Arbitraries.just(true)), Tuple.of(1, Arbitraries.just(false))),
                        Arbitraries.frequencyOf(
                                Tuple.of(12, Arbitraries.just(true)), Tuple.of(1, Arbitraries.just(false))),
                        Arbitraries.of(true, false),
                        happening().list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 12).list().ofSize(3),
                        Arbitraries.integers().between(0, 3))
                .as((verdict, screened, planned, story, extra, places, dropped) -> {
                    var log = new ArrayList<>(orderly());
                    for (var drop = 0; drop < dropped; drop++) {
                        log.remove(places.get(drop) % log.size());
                    }
                    for (var i = 0; i < extra.size(); i++) {
                        log.add(places.get(i) % (log.size() + 1), extra.get(i));
                    }
                    return new Scene(verdict, screened, planned, story, List.copyOf(log));
                });
    }

    /** A life in which all goes right; scenes are made from it by leaving out and adding. */
    private static List<Happening> orderly() {
        return List.of(
                new Happening.Contested(),
                new Happening.Answered(0, "petra"),
                new Happening.Answered(1, "petra"),
                new Happening.Answered(0, "paul"),
                new Happening.Answered(1, "paul"),
                new Happening.Decided("petra", "privacy", "compliance", TaskDecision.APPROVE, true, 4),
                new Happening.Decided("paul", "privacy", "compliance", TaskDecision.APPROVE, true, 3),
                new Happening.Decided("lena", "legal", "legal", TaskDecision.APPROVE, true, 2),
                new Happening.Decided("cleo", "clinical", "clinical", TaskDecision.APPROVE, true, 1));
    }

    private static Arbitrary<Happening> happening() {
        var person = Arbitraries.of(PEOPLE);
        var stage = Arbitraries.of("legal", "clinical", "privacy");
        Arbitrary<Happening> decided = Combinators.combine(
                        person,
                        stage,
                        Arbitraries.of("legal", "clinical", "compliance"),
                        Arbitraries.of(TaskDecision.class),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 60))
                .as(Happening.Decided::new);
        Arbitrary<Happening> answered = Combinators.combine(
                        Arbitraries.integers().between(0, 1), person)
                .as(Happening.Answered::new);
        return Arbitraries.oneOf(
                decided,
                decided,
                decided,
                answered,
                person.map(Happening.Revised::new),
                person.map(Happening.Left::new),
                Arbitraries.just(new Happening.Contested()),
                Arbitraries.just(new Happening.Altered()),
                Arbitraries.just(new Happening.Rejected()));
    }

    /** Promise 1, read from the log alone. */
    private static boolean promiseHolds(Scene scene) {
        var authors = new HashSet<>(Set.of("ann"));
        var gone = new HashSet<String>();
        var sinceRevision = new ArrayList<Happening>();
        for (var happening : scene.happenings()) {
            if (happening instanceof Happening.Revised revised) {
                authors.add(revised.author());
                sinceRevision.clear();
            } else if (happening instanceof Happening.Left left) {
                gone.add(left.person());
            } else if (happening instanceof Happening.Altered || happening instanceof Happening.Rejected) {
                return false;
            } else {
                sinceRevision.add(happening);
            }
        }
        if (!scene.screened() || !scene.planned()) {
            return false;
        }
        var deciders = new ArrayList<String>();
        var stages = new ArrayList<>(List.of("legal", "clinical"));
        if (scene.story() || scene.verdict() != Verdict.CLEAR) {
            stages.add("privacy");
        }
        var privacyPeople = new HashSet<String>();
        for (var stage : stages) {
            var people = inForce(stage, sinceRevision);
            people.removeAll(authors);
            people.removeAll(gone);
            if (people.isEmpty()) {
                return false;
            }
            if (stage.equals("privacy")) {
                privacyPeople.addAll(people);
            }
            deciders.addAll(people);
        }
        return new HashSet<>(deciders).size() == deciders.size()
                && findingsDealtWith(scene, sinceRevision, authors, privacyPeople);
    }

    private static Set<String> inForce(String stage, List<Happening> log) {
        var people = new HashSet<String>();
        for (var i = log.size() - 1; i >= 0; i--) {
            if (log.get(i) instanceof Happening.Decided decided
                    && decided.stage().equals(stage)) {
                if (decided.decision() != TaskDecision.APPROVE) {
                    return people;
                }
                var group = stage.equals("privacy") ? "compliance" : stage;
                if (decided.ofThisText()
                        && decided.daysAgo() <= 30
                        && decided.group().equals(group)) {
                    people.add(decided.person());
                }
            }
        }
        return people;
    }

    private static boolean findingsDealtWith(
            Scene scene, List<Happening> log, Set<String> authors, Set<String> privacyPeople) {
        if (scene.verdict() == Verdict.CLEAR) {
            return true;
        }
        for (var finding = 0; finding < 2; finding++) {
            var answering = new HashSet<String>();
            for (var happening : log) {
                if (happening instanceof Happening.Answered answered && answered.finding() == finding) {
                    answering.add(answered.person());
                }
            }
            answering.removeAll(authors);
            var blocks = scene.verdict() == Verdict.BLOCK && finding == 0;
            if (blocks) {
                answering.retainAll(privacyPeople);
            }
            if (answering.size() < (blocks ? 2 : 1)) {
                return false;
            }
        }
        return scene.verdict() != Verdict.BLOCK || log.stream().anyMatch(Happening.Contested.class::isInstance);
    }

    /** The tables as they stand after all that happened. */
    private static final class World {
        private final Scene scene;
        private final Set<String> authors = new HashSet<>(Set.of("ann"));
        private final Set<String> active = new HashSet<>(PEOPLE);
        private final List<CastDecision> cast = new ArrayList<>();
        private final List<List<FindingAnswer>> answers = List.of(new ArrayList<>(), new ArrayList<>());
        private int revision = 1;
        private boolean contested;
        private boolean altered;
        private ContentState state = ContentState.IN_REVIEW;

        World(Scene scene) {
            this.scene = scene;
            scene.happenings().forEach(this::apply);
        }

        private void apply(Happening happening) {
            if (happening instanceof Happening.Revised revised) {
                revision++;
                authors.add(revised.author());
                cast.clear();
                answers.forEach(List::clear);
                contested = false;
            } else if (happening instanceof Happening.Decided decided) {
                cast.add(cast(decided));
            } else if (happening instanceof Happening.Answered answered) {
                answers.get(answered.finding()).add(new FindingAnswer(answered.person(), "because", NOW));
            } else if (happening instanceof Happening.Left left) {
                active.remove(left.person());
            } else if (happening instanceof Happening.Contested) {
                contested = true;
            } else if (happening instanceof Happening.Altered) {
                altered = true;
            } else {
                state = ContentState.REJECTED;
            }
        }

        private CastDecision cast(Happening.Decided decided) {
            var decision = new Decision(
                    UUID.randomUUID(),
                    CONTENT,
                    revision,
                    decided.ofThisText() ? "hash" + revision : "hash of another text",
                    decided.stage(),
                    decided.person(),
                    decided.decision(),
                    null,
                    NOW.minus(Duration.ofDays(decided.daysAgo())),
                    Door.REST,
                    "content-approval:1:1");
            return new CastDecision(decision, decided.group(), 1);
        }

        ReleaseCase release() {
            var hash = "hash" + revision;
            var stored = altered ? "hash of what was slipped in" : hash;
            var stages = scene.story() ? List.of("privacy", "legal", "clinical") : List.of("legal", "clinical");
            return new ReleaseCase(
                    new Piece(CONTENT, ContentKind.ANNOUNCEMENT, state, "ann", revision, NOW, NOW),
                    new Revision(
                            CONTENT,
                            revision,
                            ContentKind.ANNOUNCEMENT,
                            "t",
                            "b",
                            null,
                            List.of(),
                            List.of("newsroom"),
                            null,
                            "ann",
                            NOW,
                            hash),
                    stored,
                    List.of("legal", "clinical"),
                    scene.planned()
                            ? Optional.of(new ReviewPlan(CONTENT, revision, stages, "release-policy:1"))
                            : Optional.empty(),
                    authors,
                    active,
                    Standing.of(cast, stored, NOW.minus(VALID_FOR)),
                    scene.screened() ? Optional.of(scene.verdict()) : Optional.empty(),
                    findings(),
                    contested);
        }

        private List<RevisionFinding> findings() {
            return switch (scene.verdict()) {
                case CLEAR -> List.of();
                case REVIEW -> List.of(finding(0, Severity.REVIEW), finding(1, Severity.REVIEW));
                case BLOCK -> List.of(finding(0, Severity.BLOCK), finding(1, Severity.REVIEW));
            };
        }

        private RevisionFinding finding(int number, Severity severity) {
            return new RevisionFinding(
                    new UUID(0, number),
                    CONTENT,
                    revision,
                    "body",
                    new Finding(Identifier.PHONE, 0, 1, severity, "detector", "rule", "advice"),
                    answers.get(number));
        }
    }
}
