package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** E-mail addresses, also with "at" and "dot" spelled out. A mailbox of a role, such as info@, needs a look only. */
@Component
class EmailAddressDetector implements Detector {
    private static final Probe ADDRESS =
            Probe.at('@', 100, 150, "([\\p{L}\\d._%+'&=~-]+)@((?:[\\p{L}\\d-]+\\.)+\\p{L}{2,})");
    private static final String DOT = "(?:\\s*[(\\[{<]\\s*(?:dot|\\.)\\s*[)\\]}>]\\s*|\\s+dot\\s+|\\.)";
    private static final Probe SPELLED = Probe.atWords(
            Probe.words("dot com org net edu gov mil info biz uk ca au nz ie de fr eu"),
            100,
            20,
            "(?i)([\\p{L}\\d._+-]+(?:\\s+dot\\s+[\\p{L}\\d_+-]+){0,3})(?:\\s*[(\\[{<]\\s*(?:at|@)\\s*[)\\]}>]\\s*|\\s+at\\s+|@)"
                    + "([\\p{L}\\d-]+(?:" + DOT + "[\\p{L}\\d-]+)?)" + DOT
                    + "(com|org|net|edu|gov|mil|info|biz|co|io|me|us|uk|ca|au|nz|ie|de|fr|eu)\\b");
    private static final Pattern SEPARATOR = Pattern.compile("(?i)" + DOT);
    private static final Pattern FREE_MAIL = Pattern.compile(
            "(?i)(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|aol|protonmail|proton|gmx)\\.[a-z.]+");
    private static final Set<String> ROLES = Probe.words(
            "admin appointments billing careers contact donate donations editor enquiries events foundation "
                    + "hello help info information jobs mail marketing media news newsletter office outreach press privacy "
                    + "recruitment registration rsvp service support team volunteer volunteers webmaster");

    @Override
    public String name() {
        return "email-address";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var found = new ArrayList<Finding>();
        for (var address : ADDRESS.in(normal)) {
            found.add(address.finding(Identifier.EMAIL, isRole(address.group(1)) ? Severity.REVIEW : Severity.BLOCK));
        }
        for (var address : SPELLED.in(normal)) {
            var domain = SEPARATOR.matcher(address.group(2)).replaceAll(".") + "." + address.group(3);
            if (isSpelledOut(address.group(), domain)) {
                found.add(address.finding(Identifier.EMAIL, Severity.BLOCK));
            }
        }
        return found;
    }

    /** "Meet us at clinic.org" names a place to meet; only brackets, a spelled "dot" or a free mailer make it an address. */
    private static boolean isSpelledOut(String match, String domain) {
        var words = match.toLowerCase(Locale.ROOT);
        return words.contains("dot")
                || words.contains("[")
                || words.contains("(")
                || words.contains("{")
                || FREE_MAIL.matches(domain);
    }

    private static boolean isRole(String localPart) {
        return ROLES.contains(localPart.toLowerCase(Locale.ROOT));
    }
}
