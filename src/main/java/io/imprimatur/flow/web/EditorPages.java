package io.imprimatur.flow.web;

import io.imprimatur.flow.internal.library.DeploymentProperties;
import io.imprimatur.flow.internal.library.Deployments;
import io.imprimatur.flow.internal.library.Drafts;
import io.imprimatur.flow.internal.library.FlowVersions;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Groups;
import io.imprimatur.platform.Refusal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that the editor's front end fills. */
@Controller
@RequestMapping("/flows")
class EditorPages {
    private static final String DRAFT = "draft:";
    private static final String PROPOSAL = "proposal:";

    private final FlowVersions versions;
    private final Drafts drafts;
    private final Deployments deployments;
    private final DeploymentProperties properties;
    private final CurrentPerson currentPerson;

    EditorPages(
            FlowVersions versions,
            Drafts drafts,
            Deployments deployments,
            DeploymentProperties properties,
            CurrentPerson currentPerson) {
        this.versions = versions;
        this.drafts = drafts;
        this.deployments = deployments;
        this.properties = properties;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/editor")
    String editor(
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable String version,
            Model model) {
        if (draft != null) {
            var opened = drafts.get(draft);
            fill(model, opened.kind().name(), opened.name(), opened.key());
            model.addAttribute("draft", draft);
            model.addAttribute("base", opened.base());
        } else if (version != null) {
            var opened = versions.get(version);
            fill(model, versions.kindOf(opened.key()).name(), opened.name(), opened.key());
            model.addAttribute("version", version);
            model.addAttribute("base", version);
        } else {
            throw Refusal.invalid("nothing-to-open", "Choose a draft or a version under Flows.");
        }
        model.addAttribute("mayChange", currentPerson.require().isIn(Groups.MANAGERS));
        model.addAttribute("confirmed", properties.confirmationRequired());
        return "flows/editor";
    }

    @GetMapping("/compare")
    String compare(@RequestParam String from, @RequestParam String to, Model model) {
        var first = side(from);
        var second = side(to);
        fill(model, first.kind(), first.model(), first.key());
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("fromName", first.name());
        model.addAttribute("toName", second.name());
        return "flows/compare";
    }

    /** @param name what tells it from the other side */
    private record Side(String kind, String key, String model, String name) {}

    private Side side(String which) {
        if (which.startsWith(DRAFT)) {
            var draft = drafts.get(id(which, DRAFT));
            return new Side(draft.kind().name(), draft.key(), draft.name(), "Draft");
        }
        if (which.startsWith(PROPOSAL)) {
            var proposal = deployments.proposal(id(which, PROPOSAL));
            return new Side(proposal.kind().name(), proposal.key(), proposal.name(), "Proposal");
        }
        var version = versions.get(which);
        return new Side(
                versions.kindOf(version.key()).name(), version.key(), version.name(), "Version " + version.number());
    }

    private static UUID id(String which, String prefix) {
        try {
            return UUID.fromString(which.substring(prefix.length()));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("not-found", "There is nothing of that name; somebody may have discarded it.");
        }
    }

    private static void fill(Model model, String kind, String name, String key) {
        model.addAttribute("kind", kind.toLowerCase(Locale.ROOT));
        model.addAttribute("name", name);
        model.addAttribute("key", key);
    }
}
