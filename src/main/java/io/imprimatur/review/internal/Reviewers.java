package io.imprimatur.review.internal;

import io.imprimatur.flow.StageGroups;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds out whether there are enough different people for all stages: one of them may approve at one stage only. */
@Component
class Reviewers {
    private final People people;

    Reviewers(People people) {
        this.people = people;
    }

    /** Stages that nobody is left for, when everybody else has the stage that suits best. */
    List<String> stagesWithout(List<String> stages, Set<String> authors) {
        var stageOf = new HashMap<String, String>();
        var without = new ArrayList<String>();
        for (var stage : stages) {
            if (!assign(stage, authors, stageOf, new HashSet<>())) {
                without.add(stage);
            }
        }
        return List.copyOf(without);
    }

    /** Kuhn's algorithm for bipartite matching: whoever is taken may move to another stage. */
    private boolean assign(String stage, Set<String> authors, Map<String, String> stageOf, Set<String> asked) {
        for (var person :
                people.inGroup(StageGroups.of(stage)).stream().map(Person::id).toList()) {
            if (authors.contains(person) || !asked.add(person)) {
                continue;
            }
            var taken = stageOf.get(person);
            if (taken == null || assign(taken, authors, stageOf, asked)) {
                stageOf.put(person, stage);
                return true;
            }
        }
        return false;
    }
}
