package io.imprimatur.publishing.web;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.PublishingStop;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page with the switch. */
@Controller
@RequestMapping("/publishing")
class StopPage {
    private final PublishingStop stop;
    private final CurrentPerson currentPerson;

    StopPage(PublishingStop stop, CurrentPerson currentPerson) {
        this.stop = stop;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("stop", stop.state());
        return "publishing/stop";
    }

    @PostMapping("/stop")
    String set(
            @RequestParam boolean stopped,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        try {
            stop.set(stopped, note, currentPerson.require().id());
            return "redirect:/publishing?done";
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused);
            model.addAttribute("note", note);
            return page(model);
        }
    }
}
