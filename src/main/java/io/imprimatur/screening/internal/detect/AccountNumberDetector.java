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

/** Account and card numbers by their words; payment cards and IBANs also by their check digits alone. */
@Component
class AccountNumberDetector implements Detector {
    private static final Pattern CARD = Pattern.compile("[2-6]\\d{3}(?:[ -]?\\d){8,15}");
    private static final Pattern IBAN = Pattern.compile("(?i)[A-Z]{2}\\d{2}(?: ?[A-Z\\d]){11,30}");
    private static final int FEWEST_IBAN_DIGITS = 8;
    private static final List<IntroducedNumber> NUMBERS = List.of(
            new IntroducedNumber(
                    Identifier.ACCOUNT,
                    Severity.BLOCK,
                    4,
                    "(?:accounts?|acct|a/c|billing|invoice|statement|guarantor|customer|bank|routing|checking)"
                            + NUMBER_WORD + "|acct\\b\\.?|a/c|(?:account|card)\\s+ending(?:\\s+in)?|iban"),
            new IntroducedNumber(
                    Identifier.ACCOUNT,
                    Severity.BLOCK,
                    8,
                    "accounts?|(?:(?:credit|debit|bank|payment|visa|amex)\\s+)?card"));

    @Override
    public String name() {
        return "account-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var match = CARD.matcher(text); match.find(); ) {
            if (Edges.isWholeNumber(text, match.start(), match.end()) && CheckDigits.luhn(match.group())) {
                found.add(Finding.of(Identifier.ACCOUNT, match.start(), match.end(), Severity.BLOCK));
            }
        }
        for (var match = IBAN.matcher(text); match.find(); ) {
            var end = CheckDigits.ibanEnd(text, match.start(), match.end());
            if (end > 0
                    && Edges.digits(match.group()) >= FEWEST_IBAN_DIGITS
                    && Edges.standsAlone(text, match.start(), end)) {
                found.add(Finding.of(Identifier.ACCOUNT, match.start(), end, Severity.BLOCK));
            }
        }
        NUMBERS.forEach(number -> found.addAll(number.in(text)));
        return found;
    }
}
