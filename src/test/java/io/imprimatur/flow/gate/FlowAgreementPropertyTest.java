package io.imprimatur.flow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.gate.brute.BruteForce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** Flows put together at random out of building blocks: the check and brute force say the same of each. */
class FlowAgreementPropertyTest {
    private static final List<String> CONDITIONS = List.of(
            "${legalOutcome == 'APPROVED'}",
            "${legalOutcome != 'APPROVED'}",
            "${clinicalOutcome == 'APPROVED' and legalOutcome == 'APPROVED'}",
            "${privacyReviewNeeded == true}",
            "${publishAt == null}",
            "${not (clinicalOutcome == 'REJECTED') or privacyOutcome == 'APPROVED'}");

    private static final int MOST_WORLDS = 2_000;

    private final FlowCheck check = Checks.check(new CheckTerms(Checks.REQUIRED, 3_000, Duration.ofSeconds(20)));

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void bothSayTheSame(@ForAll long seed) {
        var xml = new RandomFlow(new Random(seed)).bytes();
        var violations = check.check(Checks.with("p.bpmn", xml));
        var wrong = BruteForce.wrong(xml, Checks.REQUIRED, MOST_WORLDS);
        Statistics.collect(wrong == null ? "too large" : wrong.isEmpty() ? "safe" : "not safe");
        if (wrong != null && violations.stream().noneMatch(each -> each.rule().equals("too-large"))) {
            assertThat(violations.isEmpty()).as("%s, but %s", violations, wrong).isEqualTo(wrong.isEmpty());
        }
    }

    /** Mostly blocks within blocks, and now and then a flow that leads anywhere. */
    private static final class RandomFlow {
        private final Random random;
        private final Drawing caller;
        private final Map<String, Drawing> called = new LinkedHashMap<>();
        private Drawing drawing = Drawing.of("p").start("begun").draft("draft").block("screen", "screenRevision");
        private final List<String> placed = new ArrayList<>(List.of("draft", "screen"));
        private int count;

        RandomFlow(Random random) {
            this.random = random;
            this.caller = drawing;
            drawing.flow("begun", "draft", "screen")
                    .catches("blocked", "screen", "")
                    .flow("blocked", "draft");
        }

        byte[] bytes() {
            var last = "screen";
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                last = block(last, 0);
            }
            if (random.nextInt(3) > 0) {
                drawing.block("publish", "publish")
                        .catches("no", "publish", "")
                        .flow(last, "publish")
                        .flow("no", "draft");
                last = "publish";
            }
            drawing.end("ended").flow(last, "ended");
            if (random.nextInt(4) == 0) {
                drawing.flow(any(), any());
            }
            called.forEach(drawing::nextProcess);
            return drawing.bytes();
        }

        private String any() {
            return placed.get(random.nextInt(placed.size()));
        }

        private String next(String kind) {
            return kind + ++count;
        }

        /** Draws one block behind another; the last element of it. */
        private String block(String before, int depth) {
            return switch (random.nextInt(depth > 1 ? 3 : 8)) {
                case 0, 1 -> review(before, depth);
                case 2 -> decided(before, depth);
                case 3 -> choice(before, depth);
                case 4 -> side(before, depth);
                case 5 -> within(before, depth);
                case 6 -> further(before, depth);
                default -> call(before, depth);
            };
        }

        private String review(String before, int depth) {
            var stage = List.of("legal", "clinical", "privacy").get(random.nextInt(3));
            var id = next(stage);
            drawing.review(id, stage).flow(before, id);
            note(id, depth);
            return id;
        }

        /** Goes on only if the stage approved. */
        private String decided(String before, int depth) {
            var stage = List.of("legal", "clinical", "privacy").get(random.nextInt(3));
            var id = next(stage);
            var gateway = next("decided");
            var on = next("on");
            var end = next("over");
            drawing.review(id, stage)
                    .xor(gateway, on + "No")
                    .xor(on, "")
                    .terminate(end)
                    .flow(before, id, gateway)
                    .when("${" + stage + "Outcome == 'APPROVED'}", gateway, on)
                    .when("${" + stage + "Outcome == 'MORE_NEEDED'}", gateway, id)
                    .named(on + "No", gateway, end, "");
            note(id, depth);
            return on;
        }

        private String choice(String before, int depth) {
            var split = next("split");
            var merge = next("merge");
            drawing.xor(split, split + "Default").xor(merge, "").flow(before, split);
            var one = block(split + "One", split, depth + 1, CONDITIONS.get(random.nextInt(CONDITIONS.size())));
            drawing.flow(one, merge).named(split + "Default", split, merge, "");
            return merge;
        }

        private String block(String id, String split, int depth, String condition) {
            drawing.raw("<bpmn:manualTask id='" + id + "'/>").when(condition, split, id);
            return block(id, depth);
        }

        private String side(String before, int depth) {
            var fork = next("fork");
            var join = next("join");
            drawing.and(fork).and(join).flow(before, fork);
            drawing.flow(block(fork, depth + 1), join).flow(block(fork, depth + 1), join);
            return join;
        }

        private String within(String before, int depth) {
            var sub = next("sub");
            var start = next("start");
            var end = next("end");
            drawing.sub(sub).start(start);
            var last = block(start, depth + 1);
            drawing.end(end).flow(last, end).endSub().flow(before, sub);
            if (depth == 0) {
                if (random.nextBoolean()) {
                    var revised = next("revised");
                    drawing.revised(revised, sub).flow(revised, random.nextBoolean() ? "draft" : "screen");
                } else {
                    var timer = next("timer");
                    drawing.timer(timer, sub, true).flow(timer, random.nextBoolean() ? "draft" : sub);
                }
            }
            return sub;
        }

        private String call(String before, int depth) {
            var key = next("called");
            if (drawing != caller) {
                return review(before, depth);
            }
            var id = next("call");
            drawing = Drawing.within(key).start(key + "Start");
            var last = block(key + "Start", 1);
            var no = random.nextBoolean() ? CONDITIONS.get(random.nextInt(CONDITIONS.size())) : "";
            if (no.isEmpty() || depth > 0) {
                drawing.end(key + "End").flow(last, key + "End");
            } else {
                drawing.xor(key + "How", key + "Yes")
                        .end(key + "End")
                        .error(key + "No", "rejected")
                        .flow(last, key + "How")
                        .named(key + "Yes", key + "How", key + "End", "")
                        .when(no, key + "How", key + "No");
                caller.catches(key + "Caught", id, "rejected").flow(key + "Caught", "draft");
            }
            called.put(key, drawing);
            drawing = caller;
            drawing.call(id, key).flow(before, id);
            if (depth == 0 && random.nextInt(3) == 0) {
                var timer = next("timer");
                drawing.timer(timer, id, true).flow(timer, random.nextBoolean() ? "draft" : id);
            }
            note(id, depth);
            return id;
        }

        private String further(String before, int depth) {
            var id = next("further");
            var until = random.nextBoolean() ? "${furtherOutcome != 'APPROVED'}" : "";
            drawing.further(id, random.nextBoolean(), until).flow(before, id);
            note(id, depth);
            return id;
        }

        private void note(String id, int depth) {
            if (depth == 0) {
                placed.add(id);
            }
        }
    }
}
