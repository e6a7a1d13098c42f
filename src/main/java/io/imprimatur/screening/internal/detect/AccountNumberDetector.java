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

/** Account and card numbers by their words; payment cards and IBANs also by their check digits alone. */
@Component
class AccountNumberDetector implements Detector {
    private static final Probe CARD =
            Probe.atFigures(group -> group.digits() >= 12, 0, 0, "[2-6]\\d{3}(?:[ -]?\\d){8,15}");
    private static final Probe IBAN =
            Probe.atFigures(group -> group.digits() >= 4, 10, 34, "(?i)[A-Z]{2}\\d{2}(?: ?[A-Z\\d]){11,30}");
    private static final int FEWEST_IBAN_DIGITS = 8;
    private static final Set<String> WORDS = Probe.words(
            "account accounts acct accts acc ac billing bill invoice statement guarantor customer bank routing "
                    + "checking savings card iban credit debit payment financial fin venmo paypal wallet aba loan mortgage "
                    + "hsa fsa");
    private static final List<IntroducedNumber> NUMBERS = List.of(
            new IntroducedNumber(
                    Identifier.ACCOUNT,
                    Severity.BLOCK,
                    3,
                    WORDS,
                    "(?:accounts?|accts?|acc|a/c|bill(?:ing)?|invoice|statement|guarantor|customer|bank(?:\\s+account)?|routing|checking"
                            + "|savings|credit\\s+card|financial|loan|mortgage|hsa|fsa)" + NUMBER_WORD
                            + "|accts?\\b\\.?|\\ba/c|\\bacc\\b\\.?\\s*[:#]|(?:account|card)s?\\s+ending(?:\\s+in)?|iban|(?:account|invoice)\\s*[:#]"),
            new IntroducedNumber(
                    Identifier.ACCOUNT,
                    Severity.BLOCK,
                    6,
                    WORDS,
                    "accounts?|(?:(?:credit|debit|bank|payment|visa|amex)\\s+)?card|guarantor|routing|invoice"));

    @Override
    public String name() {
        return "account-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var hit : CARD.in(normal)) {
            if (Edges.isWholeNumber(text, hit.start(), hit.end()) && CheckDigits.luhn(hit.group())) {
                found.add(hit.finding(Identifier.ACCOUNT, Severity.BLOCK));
            }
        }
        for (var hit : IBAN.in(normal)) {
            var end = CheckDigits.ibanEnd(text, hit.start(), hit.end());
            if (end > 0
                    && Edges.digits(hit.group()) >= FEWEST_IBAN_DIGITS
                    && Edges.standsAlone(text, hit.start(), end)) {
                found.add(Finding.of(Identifier.ACCOUNT, hit.start(), end, Severity.BLOCK));
            }
        }
        NUMBERS.forEach(number -> found.addAll(number.in(normal)));
        return found;
    }
}
