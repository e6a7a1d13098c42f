package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.IntroducedNumber.NUMBER_WORD;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Numbers of members, subscribers and policies by their words, and Medicare beneficiary identifiers by their format. */
@Component
class HealthPlanNumberDetector implements Detector {
    /**
     * "Understanding the Medicare Beneficiary Identifier (MBI) Format", Centers for Medicare and Medicaid Services: eleven
     * places, letters without S, L, O, I, B and Z.
     */
    private static final Pattern MEDICARE = Pattern.compile("(?i)[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\\d]\\d-?"
            + "[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\\d]\\d-?[AC-HJKMNP-RT-Y]{2}\\d{2}");

    private static final List<IntroducedNumber> NUMBERS = List.of(
            new IntroducedNumber(
                    Identifier.HEALTH_PLAN,
                    Severity.BLOCK,
                    4,
                    "(?:member(?:ship)?|subscriber|beneficiary|enrollee|policy(?:\\s?holder)?|insurance(?:\\s+(?:policy|member|card|group))?"
                            + "|(?:health\\s+)?plan|insurance\\s+plan|group|medicare(?:\\s+(?:beneficiary|card))?|medicaid|payer"
                            + "|nhs|chi|hicn|mbi)"
                            + NUMBER_WORD + "|policy\\s*#|hicn|mbi"),
            new IntroducedNumber(
                    Identifier.HEALTH_PLAN,
                    Severity.BLOCK,
                    6,
                    "(?:medicare|medicaid|insurance|policy|policyholder|member)"));

    @Override
    public String name() {
        return "health-plan-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var match = MEDICARE.matcher(text); match.find(); ) {
            if (Edges.standsAlone(text, match.start(), match.end())) {
                found.add(Finding.of(Identifier.HEALTH_PLAN, match.start(), match.end(), Severity.BLOCK));
            }
        }
        NUMBERS.forEach(number -> found.addAll(number.in(text)));
        return found;
    }
}
