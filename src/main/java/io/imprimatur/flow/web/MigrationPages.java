package io.imprimatur.flow.web;

import io.imprimatur.flow.internal.library.Migrations;
import io.imprimatur.flow.internal.library.ModelRefused;
import io.imprimatur.identity.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Moving running posts to another version: first what would happen, then doing it. */
@Controller
@RequestMapping("/flows/{key}/migration")
class MigrationPages {
    private final Migrations migrations;
    private final CurrentPerson currentPerson;

    MigrationPages(Migrations migrations, CurrentPerson currentPerson) {
        this.migrations = migrations;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String preview(@PathVariable String key, @RequestParam String from, @RequestParam String to, Model model) {
        model.addAttribute("key", key);
        model.addAttribute("preview", migrations.preview(from, to));
        return "flows/migration";
    }

    @PostMapping
    String move(@PathVariable String key, @RequestParam String from, @RequestParam String to, Model model) {
        try {
            model.addAttribute("moved", migrations.move(from, to, currentPerson.require()));
        } catch (ModelRefused refused) {
            // the page shows why
        }
        return preview(key, from, to, model);
    }
}
