package io.imprimatur.screening.internal.statistics;

import io.imprimatur.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The same for people. */
@Controller
class StatisticsPage {
    private final ScreeningStatistics statistics;

    StatisticsPage(ScreeningStatistics statistics) {
        this.statistics = statistics;
    }

    @GetMapping("/statistics")
    String show(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute("period", statistics.of(from, until));
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused);
            model.addAttribute("period", statistics.of(null, null));
        }
        return "screening/statistics";
    }
}
