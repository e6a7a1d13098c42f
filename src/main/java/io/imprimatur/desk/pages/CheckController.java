package io.imprimatur.desk.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks for patient data in any text; nothing is stored. */
@Controller
class CheckController {
    private final LiveScreening screening;

    CheckController(LiveScreening screening) {
        this.screening = screening;
    }

    @GetMapping("/check")
    String blank() {
        return "desk/check";
    }

    @PostMapping("/check")
    String check(@RequestParam String text, Model model) {
        String normalised = text.replace("\r\n", "\n");
        model.addAttribute("text", normalised);
        if (!normalised.isBlank()) {
            model.addAttribute("answer", screening.screen(normalised));
        }
        return "desk/check";
    }
}
