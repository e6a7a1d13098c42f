package io.imprimatur.flow.gate.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of a post when it is published. */
final class Release {
    /**
     * What is amiss; empty if it may go out.
     *
     * @param root all that runs for the post
     * @param publish where it is published
     */
    static List<Offence> offences(Facts facts, @Nullable Cell root, Node publish) {
        var offences = new ArrayList<Offence>();
        if (facts.is(Layout.GOES_OUT) || publishing(root) > 1) {
            offences.add(new Offence("duplicate-publish", publish, ""));
        }
        if (facts.is(Layout.REJECTED)) {
            offences.add(new Offence("rejected", publish, ""));
        }
        if (facts.screening() == Screening.NEVER || facts.screening() == Screening.BLOCKED) {
            offences.add(new Offence("not-screened", publish, ""));
        }
        var missing = facts.missing();
        missing.forEach(stage -> offences.add(new Offence("not-approved", publish, stage)));
        facts.objecting().stream()
                .filter(stage -> !missing.contains(stage))
                .forEach(stage -> offences.add(new Offence("objected", publish, stage)));
        return offences;
    }

    private static int publishing(@Nullable Cell cell) {
        if (cell == null) {
            return 0;
        }
        return (cell.node.kind == Kind.PUBLISH && cell.mode != Token.Mode.FLOW ? 1 : 0)
                + cell.within.stream().mapToInt(Release::publishing).sum();
    }

    private Release() {}
}
