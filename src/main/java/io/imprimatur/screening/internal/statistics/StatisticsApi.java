package io.imprimatur.screening.internal.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/screenings/statistics}; for compliance and administrators. */
@RestController
class StatisticsApi {
    private final ScreeningStatistics statistics;

    StatisticsApi(ScreeningStatistics statistics) {
        this.statistics = statistics;
    }

    @Operation(
            summary = "Count findings by identifier and detector",
            description =
                    "Of the revisions that were screened in a period. The false alarm rate is the share of findings"
                            + " to be answered of which a reviewer said that they may go out.")
    @GetMapping("/api/screenings/statistics")
    ScreeningStatistics.Period read(
            @Parameter(description = "first day in UTC, such as 2031-04-03; 90 days in all by default")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "last day in UTC; today by default") @RequestParam(required = false) @Nullable
                    String until) {
        return statistics.of(from, until);
    }
}
