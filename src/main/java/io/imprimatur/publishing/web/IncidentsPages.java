package io.imprimatur.publishing.web;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.Publications;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where managers see what stopped and decide. */
@Controller
@RequestMapping("/incidents")
class IncidentsPages {
    private final StoppedThings stopped;
    private final Publications publications;
    private final CurrentPerson currentPerson;

    IncidentsPages(StoppedThings stopped, Publications publications, CurrentPerson currentPerson) {
        this.stopped = stopped;
        this.publications = publications;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("incidents", stopped.all());
        return "incidents/list";
    }

    @PostMapping("/publications/{id}/retry")
    String retry(@PathVariable UUID id, Model model, HttpServletResponse response) {
        return decide(() -> publications.tryAgain(id, manager()), model, response);
    }

    @PostMapping("/publications/{id}/settlement")
    String settle(@PathVariable UUID id, @RequestParam boolean live, Model model, HttpServletResponse response) {
        return decide(() -> publications.settleUnknown(id, live, manager()), model, response);
    }

    @PostMapping("/steps/{id}/retry")
    String retryStep(@PathVariable String id, Model model, HttpServletResponse response) {
        return decide(() -> stopped.retryStep(id, manager()), model, response);
    }

    private String decide(Runnable decision, Model model, HttpServletResponse response) {
        try {
            decision.run();
            return "redirect:/incidents?done";
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused);
            return list(model);
        }
    }

    private String manager() {
        return currentPerson.require().id();
    }
}
