package io.imprimatur.identity.internal;

import io.imprimatur.identity.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginPage {
    /** Reached by a forward only: the security filter answers whatever comes from outside. */
    static final String REFUSED = "/login/refused";

    static final String REFUSAL = "io.imprimatur.identity.refusal";

    private final List<Person> demo;

    LoginPage(ObjectProvider<DemoPeople> demoPeople) {
        this.demo = demoPeople.stream().flatMap(people -> people.all().stream()).toList();
    }

    @GetMapping("/login")
    String login(@RequestParam(name = "logout", required = false) @Nullable String logout, Model model) {
        model.addAttribute("loggedOut", logout != null);
        return page(model);
    }

    @PostMapping(REFUSED)
    String refused(@RequestAttribute(REFUSAL) String refusal, Model model) {
        model.addAttribute("refusal", refusal);
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("demo", demo);
        return "identity/login";
    }
}
