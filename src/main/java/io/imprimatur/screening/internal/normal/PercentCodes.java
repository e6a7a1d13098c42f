package io.imprimatur.screening.internal.normal;

import java.util.ArrayList;
import java.util.List;

/** Percent-encoded octets of printable ASCII (RFC 3986, section 2.1). */
final class PercentCodes implements Rewriting {
    @Override
    public List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        for (int at = text.indexOf('%'); at >= 0 && at + 2 < text.length(); at = text.indexOf('%', at + 1)) {
            int high = Character.digit(text.charAt(at + 1), 16);
            int low = Character.digit(text.charAt(at + 2), 16);
            int octet = high * 16 + low;
            if (high >= 0 && low >= 0 && octet >= ' ' && octet < 0x7F) {
                runs.add(new Run(at, at + 3, String.valueOf((char) octet)));
            }
        }
        return runs;
    }
}
