package io.imprimatur.flow.web;

import io.imprimatur.flow.internal.library.Deployments;
import io.imprimatur.flow.internal.library.FlowVersions;
import io.imprimatur.flow.internal.library.HouseCheck;
import io.imprimatur.flow.internal.library.ModelRefused;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A deployment that waits for a second person: looking at it, confirming it, declining it. */
@Controller
@RequestMapping("/flows/proposals/{id}")
class ProposalPages {
    private final Deployments deployments;
    private final HouseCheck check;
    private final FlowVersions versions;
    private final CurrentPerson currentPerson;

    ProposalPages(Deployments deployments, HouseCheck check, FlowVersions versions, CurrentPerson currentPerson) {
        this.deployments = deployments;
        this.check = check;
        this.versions = versions;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String proposal(@PathVariable UUID id, Model model) {
        var proposal = deployments.proposal(id);
        model.addAttribute("proposal", proposal);
        model.addAttribute(
                "fileNames", proposal.files().keySet().stream().sorted().toList());
        model.addAttribute("violations", check.check(proposal.files()));
        versions.inForce(proposal.key()).ifPresent(version -> model.addAttribute("inForce", version.definitionId()));
        model.addAttribute(
                "own", proposal.proposedBy().equals(currentPerson.require().id()));
        return "flows/proposal";
    }

    @PostMapping("/confirm")
    String confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            var outcome = deployments.confirm(id, reason, currentPerson.require());
            return "redirect:/flows/" + outcome.key() + "?deployed";
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused.sentence());
        } catch (ModelRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", "The check refuses this by now, so it was not deployed.");
        }
        return proposal(id, model);
    }

    @PostMapping("/decline")
    String decline(@PathVariable UUID id) {
        deployments.decline(id, currentPerson.require());
        return "redirect:/flows?declined";
    }
}
