package io.imprimatur.flow.web;

import io.imprimatur.flow.internal.library.Deployments;
import io.imprimatur.flow.internal.library.Drafts;
import io.imprimatur.flow.internal.library.FlowVersion;
import io.imprimatur.flow.internal.library.FlowVersions;
import io.imprimatur.flow.internal.library.ModelRefused;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Groups;
import io.imprimatur.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Flows and tables with their versions: what is in force, who put it there and why, what waits. */
@Controller
@RequestMapping("/flows")
class FlowPages {
    private final FlowVersions versions;
    private final Drafts drafts;
    private final Deployments deployments;
    private final CurrentPerson currentPerson;

    FlowPages(FlowVersions versions, Drafts drafts, Deployments deployments, CurrentPerson currentPerson) {
        this.versions = versions;
        this.drafts = drafts;
        this.deployments = deployments;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("flows", versions.all());
        model.addAttribute("drafts", drafts.all());
        model.addAttribute("proposals", deployments.proposals());
        return with(model, "flows/list");
    }

    @GetMapping("/{key}")
    String flow(@PathVariable String key, Model model) {
        var all = versions.of(key);
        FlowVersion inForce = all.get(0);
        model.addAttribute("key", key);
        model.addAttribute("name", inForce.name());
        model.addAttribute("kind", versions.kindOf(key));
        model.addAttribute("versions", all);
        model.addAttribute("inForce", inForce);
        model.addAttribute(
                "drafts",
                drafts.all().stream().filter(draft -> draft.key().equals(key)).toList());
        model.addAttribute(
                "proposals",
                deployments.proposals().stream()
                        .filter(proposal -> proposal.key().equals(key))
                        .toList());
        return with(model, "flows/flow");
    }

    @PostMapping("/{key}/roll-back")
    String rollBack(
            @PathVariable String key,
            @RequestParam String version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return doing(
                () -> after(deployments.rollBack(version, reason, currentPerson.require())),
                () -> flow(key, model),
                model,
                response);
    }

    @PostMapping("/{key}/copy")
    String copy(
            @PathVariable String key,
            @RequestParam String version,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response) {
        return doing(
                () -> "redirect:/flows/editor?draft="
                        + drafts.copy(version, name, currentPerson.require()).id(),
                () -> flow(key, model),
                model,
                response);
    }

    @PostMapping("/drafts/{id}/discard")
    String discard(@PathVariable UUID id, Model model, HttpServletResponse response) {
        return doing(
                () -> {
                    drafts.discard(id);
                    return "redirect:/flows?discarded";
                },
                () -> list(model),
                model,
                response);
    }

    private static String after(Deployments.Outcome outcome) {
        return outcome.proposal() == null
                ? "redirect:/flows/" + outcome.key() + "?deployed"
                : "redirect:/flows/proposals/" + outcome.proposal();
    }

    private String doing(Supplier<String> work, Supplier<String> again, Model model, HttpServletResponse response) {
        try {
            return work.get();
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused.sentence());
        } catch (ModelRefused refused) {
            response.setStatus(422);
            model.addAttribute("refusal", "The check refuses this version by now, so it was not deployed.");
            model.addAttribute("violations", refused.violations());
        }
        return again.get();
    }

    private String with(Model model, String view) {
        var person = currentPerson.require();
        model.addAttribute("mayChange", person.isIn(Groups.MANAGERS));
        model.addAttribute("me", person.id());
        return view;
    }
}
