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
import org.springframework.stereotype.Component;

/**
 * Web addresses that may lead to a person. Those of public and non-profit bodies and the
 * names that RFC 2606 reserves raise nothing, unless the address itself speaks of a patient or is a person's page.
 */
@Component
class WebAddressDetector implements Detector {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:(?:https?|ftp)://(?:[^\\s@/]+@)?|\\bwww\\.)([\\p{L}\\d.-]+)(?::\\d+)?([/?#][^\\s<>\"]*)?");
    private static final Pattern BARE = Pattern.compile(
            "(?i)\\b((?:[a-z\\d-]+\\.)*(?:facebook|instagram|linkedin|tiktok|gofundme|caringbridge|legacy|dropbox|blogspot|tumblr|wordpress|bit)"
                    + "\\.(?:com|org|ly))(/[^\\s<>\"]+)");
    private static final Pattern PUBLIC_BODY =
            Pattern.compile("(?i)(?:^|\\.)(?:gov|edu|mil|int|org|nhs\\.uk|ac\\.uk|gov\\.uk|gc\\.ca|gov\\.au|europa\\.eu"
                    + "|example|test|invalid|localhost|example\\.com|example\\.net)$");
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i)(?:caringbridge\\.org/|gofundme\\.com/|legacy\\.com/|/obituar|/profile\\.php|linkedin\\.com/in/|/~[a-z]|/users?/\\w"
                    + "|/people/\\w|wikipedia\\.org/wiki/user:)");
    private static final Pattern PATIENT = Pattern.compile(
            "(?i)[/?&#=_-](?:patients?[/=_-]?(?:id|name|\\d)|mrn|ssn|dob|medical[_-]?record|member[_-]?id|chart[_-]?(?:id|no))(?:[=/:_-]|\\d|$)");

    @Override
    public String name() {
        return "web-address";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var pattern : List.of(ADDRESS, BARE)) {
            for (var match = pattern.matcher(text); match.find(); ) {
                var end = withoutPunctuation(text, match.start(), match.end());
                var host = match.group(1).toLowerCase(Locale.ROOT);
                var address = text.substring(match.start(), end);
                if (PATIENT.matcher(address).find()) {
                    found.add(Finding.of(Identifier.URL, match.start(), end, Severity.BLOCK));
                } else if (needsALook(host, address)) {
                    found.add(Finding.of(Identifier.URL, match.start(), end, Severity.REVIEW));
                }
            }
        }
        return found;
    }

    private boolean needsALook(String host, String address) {
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return !PUBLIC_BODY.matcher(name).find() || PERSONAL.matcher(address).find();
    }

    /** A point or bracket behind an address belongs to the sentence. */
    private static int withoutPunctuation(String text, int start, int end) {
        var last = end;
        while (last > start + 1 && ".,;:!?)]}'".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }
}
