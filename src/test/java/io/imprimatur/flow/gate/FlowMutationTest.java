package io.imprimatur.flow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.gate.brute.BruteForce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Changes each shipped flow, and one that calls another, in many small ways, and compares what the check says with what brute force says. */
class FlowMutationTest {
    private static final int MUTANTS_A_MODEL = Integer.getInteger("imprimatur.mutants", 20);
    /** Enough for the shipped flows and nearly all of their mutants. */
    private static final int MOST_WORLDS = 8_000;

    private static final int SMALL_MODELS = 20;

    private final FlowCheck check = Checks.check();
    private final Map<String, byte[]> forms = Checks.forms();

    @Test
    void theCheckAgreesWithBruteForceAboutEveryMutant() throws IOException {
        var report = new ArrayList<String>();
        var counts = new TreeMap<String, Integer>();
        var wrong = new ArrayList<String>();
        var models = Checks.models();
        models.put("calling.bpmn", Drawing.callingForLegalReview().bytes());
        models.forEach((name, xml) -> {
            assertThat(BruteForce.wrong(xml, Checks.REQUIRED, MOST_WORLDS))
                    .as(name)
                    .isEmpty();
            for (var mutant : mutants(xml)) {
                var verdict = compare(name, mutant);
                counts.merge(verdict, 1, Integer::sum);
                report.add(verdict + "\t" + name + "\t" + mutant.change());
                if (verdict.startsWith("WRONG")) {
                    wrong.add(name + ": " + mutant.change() + ": " + verdict);
                }
            }
        });
        counts.forEach((verdict, count) -> report.add(count + "\t" + verdict));
        Files.write(Path.of("target/flow-mutants.txt"), report);
        System.out.println("Mutants of flows: " + counts);
        assertThat(wrong).isEmpty();
        assertThat(counts).containsKeys("unsafe, refused", "safe, accepted");
    }

    private static List<Mutator.Mutant> mutants(byte[] xml) {
        var random = new Random(6);
        var mutants = new ArrayList<Mutator.Mutant>();
        var changes = new HashSet<String>();
        var wanted = xml.length > 20_000 ? MUTANTS_A_MODEL : SMALL_MODELS;
        for (int i = 0; mutants.size() < wanted && i < 20 * wanted; i++) {
            var mutant = Mutator.mutant(xml, random);
            if (mutant != null && changes.add(mutant.change())) {
                mutants.add(mutant);
            }
        }
        return mutants;
    }

    private String compare(String name, Mutator.Mutant mutant) {
        var files = new TreeMap<>(forms);
        files.put(name, mutant.xml());
        var violations = check.check(files);
        var rules = violations.stream().map(Violation::rule).distinct().toList();
        if (Set.of("multi-instance", "structure", "stage").stream().anyMatch(rules::contains)) {
            return "refused by a rule about the text";
        }
        var wrong = BruteForce.wrong(mutant.xml(), Checks.REQUIRED, MOST_WORLDS);
        if (wrong == null) {
            return violations.isEmpty() ? "WRONG: too large to say, accepted" : "too large for brute force, refused";
        }
        if (wrong.isEmpty()) {
            return violations.isEmpty()
                    ? "safe, accepted"
                    : "WRONG: safe, refused by " + rules + violations.get(0).message();
        }
        return violations.isEmpty() ? "WRONG: " + wrong + ", accepted" : "unsafe, refused";
    }
}
