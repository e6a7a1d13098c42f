package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * IP addresses of version 4 and 6. Four numbers behind "version", "section" or the like are none; four single digits
 * need a look, since they are written for chapters too.
 */
@Component
class IpAddressDetector implements Detector {
    private static final Probe FOUR =
            Probe.atFigures(group -> group.runs() >= 4, 0, 0, "(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Probe SIX = Probe.at(':', 40, 40, "(?i)[\\dA-F:]*:[\\dA-F:]*:[\\dA-F:]*");
    private static final Pattern VERSION_BEFORE = Pattern.compile(
            "(?i)(?:\\bv|\\b(?:version|ver|release|build|firmware|update|section|sec|chapter|figure|table|appendix|ios|android|windows|paragraph)"
                    + "|§)[\\s.:]*$");
    private static final int LOOK_BACK = 20;
    private static final int GROUPS = 8;
    private static final int SHORTEST = 7;

    @Override
    public String name() {
        return "ip-address";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var match : text.indexOf('.') < 0 ? List.<Hit>of() : FOUR.in(normal)) {
            var largest = 0;
            for (int part = 1; part <= 4; part++) {
                largest = Math.max(largest, Integer.parseInt(match.group(part)));
            }
            if (largest <= 255
                    && Edges.isApart(text, match.start(), match.end(), ".-", ".-")
                    && !followsVersion(text, match.start())
                    && !isNobodys(match.group())) {
                var severity = largest < 10 ? Severity.REVIEW : Severity.BLOCK;
                found.add(Finding.of(Identifier.IP_ADDRESS, match.start(), match.end(), severity));
            }
        }
        for (var match : mayHoldVersionSix(text) ? SIX.in(normal) : List.<Hit>of()) {
            var end = match.end();
            while (end > match.start() + 1 && text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':') {
                end--;
            }
            if (isVersionSix(text.substring(match.start(), end)) && Edges.standsAlone(text, match.start(), end)) {
                found.add(Finding.of(Identifier.IP_ADDRESS, match.start(), end, Severity.BLOCK));
            }
        }
        return found;
    }

    private static boolean mayHoldVersionSix(String text) {
        return text.contains("::") || text.chars().filter(unit -> unit == ':').count() >= GROUPS - 1;
    }

    private static boolean followsVersion(String text, int start) {
        return VERSION_BEFORE
                .matcher(Surroundings.before(text, start, LOOK_BACK))
                .find();
    }

    /** The loopback and the unspecified address. */
    private static boolean isNobodys(String address) {
        return address.equals("127.0.0.1") || address.equals("0.0.0.0") || address.equals("255.255.255.255");
    }

    /** RFC 4291, section 2.2: eight groups, or fewer with one {@code ::}; a short one must not be a time or a word. */
    private static boolean isVersionSix(String text) {
        var gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int groups = 0;
        for (var group : text.split(":", -1)) {
            if (group.length() > 4) {
                return false;
            }
            groups += group.isEmpty() ? 0 : 1;
        }
        if (gap < 0) {
            return groups == GROUPS && text.charAt(0) != ':';
        }
        return groups >= 2 && groups < GROUPS && Edges.digits(text) >= 2 && text.length() >= SHORTEST;
    }
}
