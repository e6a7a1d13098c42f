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

/**
 * Web addresses that may lead to a person. Those of public and non-profit bodies and the
 * names that RFC 2606 reserves raise nothing, unless the address itself speaks of a patient or is a person's page.
 */
@Component
class WebAddressDetector implements Detector {
    private static final int LONGEST = 400;
    private static final Probe ADDRESS = Probe.atWords(
            Set.of("http", "https", "ftp", "sftp", "www", "hxxp", "hxxps"),
            1,
            LONGEST,
            "(?i)(?:(?:https?|s?ftp|hxxps?)://(?:[^\\s@/]+@)?|\\bwww\\.)([\\p{L}\\d.-]+)(?::\\d+)?([/?#][^\\s<>\"]*)?");
    private static final Set<String> ENDINGS = Probe.words(
            "com org net edu gov us io co me info biz app health care online site blog dev cloud ly uk ca au de "
                    + "fr ie local internal");
    private static final Probe BARE = Probe.within(
            Windows.around(ENDINGS, 100, LONGEST, (text, start) -> isBehindPoint(text.text(), start)),
            "(?i)\\b((?:[a-z\\d](?:[a-z\\d-]{0,40}[a-z\\d])?\\.){1,5}(?:com|org|net|edu|gov|us|io|co|me|info|biz|app|health|care|online|site|blog|dev|cloud|ly"
                    + "|co\\.uk|org\\.uk|nhs\\.uk|ca|com\\.au|de|fr|ie|local|internal))(?::\\d{2,5})?(/[^\\s<>\"]*)?");
    private static final Pattern PUBLIC_BODY =
            Pattern.compile("(?i)(?:^|\\.)(?:gov|edu|mil|int|org|nhs\\.uk|ac\\.uk|gov\\.uk|gc\\.ca|gov\\.au|europa\\.eu"
                    + "|example|test|invalid|localhost|example\\.com|example\\.net)$");
    /** Of a bare name only these are sure to be an address; "read.me" and "dr.us" are no web pages. */
    private static final Pattern BARE_HOST = Pattern.compile(
            "(?i)(?:\\.(?:com|net|org|edu|gov|info|biz|io|app|health|blog|site|online|co\\.uk|com\\.au))$");

    private static final Pattern PERSONAL = Pattern.compile(
            "(?i)(?:caringbridge\\.org/|gofundme\\.com/|legacy\\.com/|/obituar|/profile\\.php|linkedin\\.com/in/|/~[a-z]|/u(?:sers?)?/\\w"
                    + "|/people/\\w|/profiles?/\\w|/members?/\\w|wikipedia\\.org/wiki/user:|[/.](?:my-?)?(?:chart|portal)s?[./].*\\d"
                    + "|patient-?portal|/(?:records?|cases?|results?|reports?|visits?|scans?|imaging|charts?|appointments?|accounts?)/[\\w-]*\\d)");
    private static final Pattern PATIENT = Pattern.compile(
            "(?i)[/?&#=_-](?:patients?[/=_-]?(?:id|name|\\w*\\d)|pt[/=_-]?(?:id|\\d)|mrn|ssn|dob|medical[_-]?record|member[_-]?id|chart[_-]?(?:id|no))(?:[=/:_-]|\\d|$)");

    @Override
    public String name() {
        return "web-address";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        if (text.indexOf('.') < 0 && text.indexOf('/') < 0) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        for (var hit : ADDRESS.in(normal)) {
            add(found, text, hit);
        }
        for (var hit : BARE.in(normal)) {
            if (isBareAddress(text, hit)) {
                add(found, text, hit);
            }
        }
        return found;
    }

    private static boolean isBehindPoint(String text, int start) {
        return start > 1 && text.charAt(start - 1) == '.' && Character.isLetterOrDigit(text.charAt(start - 2));
    }

    private static boolean isBareAddress(String text, Hit hit) {
        var joined = hit.start() > 0 && "@/.-_".indexOf(text.charAt(hit.start() - 1)) >= 0;
        var more = hit.end() < text.length()
                && (text.charAt(hit.end()) == '@' || Character.isLetterOrDigit(text.charAt(hit.end())));
        return !joined
                && !more
                && (hit.group(2).length() > 1 || BARE_HOST.matcher(hit.group(1)).find());
    }

    private static void add(List<Finding> found, String text, Hit hit) {
        var end = withoutPunctuation(text, hit.start(), hit.end());
        var host = hit.group(1).toLowerCase(Locale.ROOT);
        var address = text.substring(hit.start(), end);
        if (PATIENT.matcher(address).find()) {
            found.add(Finding.of(Identifier.URL, hit.start(), end, Severity.BLOCK));
        } else if (needsALook(host, address)) {
            found.add(Finding.of(Identifier.URL, hit.start(), end, Severity.REVIEW));
        }
    }

    private static boolean needsALook(String host, String address) {
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
