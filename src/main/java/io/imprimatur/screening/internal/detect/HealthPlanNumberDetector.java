package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.IntroducedNumber.NUMBER_WORD;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Numbers of members, subscribers and policies by their words, and Medicare beneficiary identifiers by their format. */
@Component
class HealthPlanNumberDetector implements Detector {
    /**
     * "Understanding the Medicare Beneficiary Identifier (MBI) Format", Centers for Medicare and Medicaid Services: eleven
     * places, letters without S, L, O, I, B and Z.
     */
    private static final Probe MEDICARE = Probe.startingAtNumbers(
            1,
            9,
            14,
            "(?i)[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\\d]\\d[- ]?"
                    + "[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\\d]\\d[- ]?[AC-HJKMNP-RT-Y]{2}\\d{2}");

    private static final Set<String> PLANS = Probe.words(
            "member members membership memberid subscriber beneficiary enrollee policy policyholder insurance "
                    + "insurer ins plan group grp medicare medicaid medi payer payor nhs chi hicn mbi tricare aetna cigna "
                    + "humana bcbs anthem kaiser uhc unitedhealthcare healthcare shield bc coverage ohip ihi hcn rxbin bin");
    private static final String INSURERS =
            "medicare(?:\\s+(?:beneficiary|card|advantage))?|medicaid|medi-?cal|tricare|aetna|cigna"
                    + "|humana|bcbs|anthem|kaiser(?:\\s+permanente)?|uhc|united\\s?healthcare|blue\\s+(?:cross|shield)(?:\\s+blue\\s+shield)?";
    private static final List<IntroducedNumber> NUMBERS = List.of(
            new IntroducedNumber(
                    Identifier.HEALTH_PLAN,
                    Severity.BLOCK,
                    4,
                    PLANS,
                    "(?:member(?:ship|'s)?|subscriber|beneficiary|enrollee|policy(?:\\s?holder)?|ins(?:urance|urer|\\b\\.?)"
                            + "(?:\\s+(?:policy|member|card|group|plan))?|(?:health\\s+)?plan|group|grp|coverage|payer|payor|nhs|chi|hicn"
                            + "|mbi|ohip|health\\s+(?:card|insurance)|" + INSURERS
                            + ")(?:\\s+(?:member|policy|subscriber|group|plan))?"
                            + NUMBER_WORD
                            + "|(?:policy|grp|group|ins|plan|member|insurance|subscriber)\\s*[#:]|hicn|mbi|memberid|ohip"),
            new IntroducedNumber(
                    Identifier.HEALTH_PLAN,
                    Severity.BLOCK,
                    6,
                    PLANS,
                    "(?:insurance|policy|policyholder|member|subscriber|" + INSURERS + ")"));

    @Override
    public String name() {
        return "health-plan-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var found = new ArrayList<Finding>();
        for (var hit : MEDICARE.in(normal)) {
            if (Edges.standsAlone(normal.text(), hit.start(), hit.end())) {
                found.add(hit.finding(Identifier.HEALTH_PLAN, Severity.BLOCK));
            }
        }
        NUMBERS.forEach(number -> found.addAll(number.in(normal)));
        return found;
    }
}
