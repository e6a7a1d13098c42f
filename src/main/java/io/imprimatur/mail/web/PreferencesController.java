package io.imprimatur.mail.web;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.mail.decision.Preferences;
import io.imprimatur.mail.decision.Preferences.Preference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one wants of mail. */
@Controller
@RequestMapping("/mail/preferences")
class PreferencesController {
    private final Preferences preferences;
    private final CurrentPerson currentPerson;

    PreferencesController(Preferences preferences, CurrentPerson currentPerson) {
        this.preferences = preferences;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String page(Model model) {
        var person = currentPerson.require();
        model.addAttribute("person", person);
        model.addAttribute("chosen", preferences.of(person.id()));
        return "mail-desk/preferences";
    }

    @PostMapping
    String choose(
            @RequestParam(defaultValue = "false") boolean decisions,
            @RequestParam(defaultValue = "false") boolean digest) {
        preferences.choose(currentPerson.require().id(), new Preference(decisions, digest));
        return "redirect:/mail/preferences?done";
    }
}
