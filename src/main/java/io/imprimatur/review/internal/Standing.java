package io.imprimatur.review.internal;

import io.imprimatur.flow.StageOutcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the stages of one revision stand. An approval is in force until a later decision of the same stage says no, and
 * only while it is of this very text and not expired.
 *
 * @param approvals in force, by stage, one a person
 * @param objecting stages whose last word was no
 * @param expired stages that hold an approval which is not in force for its age alone
 */
record Standing(Map<String, List<CastDecision>> approvals, Set<String> objecting, Set<String> expired) {
    Standing {
        expired = Set.copyOf(expired);
        approvals = Map.copyOf(approvals);
        objecting = Set.copyOf(objecting);
    }

    /**
     * @param cast decisions on one revision, oldest first
     * @param hash of the text that is to go out
     * @param validSince approvals from before are expired
     */
    static Standing of(List<CastDecision> cast, String hash, Instant validSince) {
        var approvals = new LinkedHashMap<String, Map<String, CastDecision>>();
        var objecting = new TreeSet<String>();
        var expired = new TreeSet<String>();
        for (var each : cast) {
            if (!each.approves()) {
                approvals.remove(each.stage());
                objecting.add(each.stage());
                expired.remove(each.stage());
            } else if (!each.decision().revisionHash().equals(hash)) {
                continue;
            } else if (each.decision().at().isBefore(validSince)) {
                expired.add(each.stage());
            } else {
                approvals
                        .computeIfAbsent(each.stage(), stage -> new LinkedHashMap<>())
                        .put(each.person(), each);
                objecting.remove(each.stage());
            }
        }
        var lists = new LinkedHashMap<String, List<CastDecision>>();
        approvals.forEach((stage, byPerson) -> lists.put(stage, List.copyOf(byPerson.values())));
        return new Standing(lists, objecting, expired);
    }

    /** How its stage stands after that decision, the last of those that this standing is of. */
    StageOutcome after(CastDecision last) {
        return switch (last.decision().decision()) {
            case REQUEST_CHANGES -> StageOutcome.CHANGES_REQUESTED;
            case REJECT -> StageOutcome.REJECTED;
            case APPROVE ->
                approversOf(last.stage()).size() >= last.approvalsNeeded()
                        ? StageOutcome.APPROVED
                        : StageOutcome.MORE_NEEDED;
        };
    }

    List<CastDecision> approvalsOf(String stage) {
        return approvals.getOrDefault(stage, List.of());
    }

    /** Ids of the people whose approval of that stage is in force. */
    Set<String> approversOf(String stage) {
        var people = new LinkedHashSet<String>();
        approvalsOf(stage).forEach(each -> people.add(each.person()));
        return people;
    }
}
