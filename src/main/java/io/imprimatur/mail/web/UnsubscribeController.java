package io.imprimatur.mail.web;

import io.imprimatur.mail.decision.Unsubscribing;
import io.imprimatur.platform.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Leaving the daily list: mail programs do it by one POST (RFC 8058), people on a page; looking at it changes nothing. */
@Controller
class UnsubscribeController {
    private final Unsubscribing unsubscribing;

    UnsubscribeController(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @GetMapping("/unsubscribe/{token}")
    String ask(@PathVariable String token, Model model) {
        if (!unsubscribing.knows(token)) {
            throw unknown();
        }
        model.addAttribute("token", token);
        return "mail-desk/unsubscribe";
    }

    @PostMapping("/unsubscribe/{token}")
    String leave(@PathVariable String token, Model model) {
        if (!unsubscribing.unsubscribe(token)) {
            throw unknown();
        }
        model.addAttribute("left", true);
        return "mail-desk/unsubscribe";
    }

    private static Refusal unknown() {
        return Refusal.notFound("link-unknown", "This link leads to nothing, or its time is over.");
    }
}
