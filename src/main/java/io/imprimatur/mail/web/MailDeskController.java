package io.imprimatur.mail.web;

import io.imprimatur.mail.Notices;
import io.imprimatur.mail.Quarantine;
import io.imprimatur.mail.Undeliverable;
import io.imprimatur.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What operators and managers see to: mail that was not taken, messages that were not sent, addresses that mail came back from. */
@Controller
@RequestMapping("/mail")
class MailDeskController {
    private static final int SHOWN = 200;
    private static final int SETTLED_SHOWN = 50;

    private final Quarantine quarantine;
    private final Notices notices;
    private final Undeliverable undeliverable;

    MailDeskController(Quarantine quarantine, Notices notices, Undeliverable undeliverable) {
        this.quarantine = quarantine;
        this.notices = notices;
        this.undeliverable = undeliverable;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("held", quarantine.held(SHOWN));
        model.addAttribute("settled", quarantine.settled(SETTLED_SHOWN));
        model.addAttribute("heldCount", quarantine.count());
        model.addAttribute("failed", notices.failed());
        model.addAttribute("addresses", undeliverable.all());
        return "mail-desk/desk";
    }

    @PostMapping("/quarantine/{id}/again")
    String again(@PathVariable UUID id, Model model, HttpServletResponse response) {
        return doing(() -> quarantine.again(id), model, response);
    }

    @PostMapping("/quarantine/{id}/discard")
    String discard(@PathVariable UUID id, Model model, HttpServletResponse response) {
        return doing(() -> quarantine.discard(id), model, response);
    }

    @PostMapping("/notices/{id}/retry")
    String retry(@PathVariable UUID id, Model model, HttpServletResponse response) {
        return doing(() -> notices.retry(id), model, response);
    }

    @PostMapping("/addresses/{person}/clear")
    String clear(@PathVariable String person, Model model, HttpServletResponse response) {
        return doing(() -> undeliverable.clear(person), model, response);
    }

    private String doing(Runnable work, Model model, HttpServletResponse response) {
        try {
            work.run();
            return "redirect:/mail?done";
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused);
            return page(model);
        }
    }
}
