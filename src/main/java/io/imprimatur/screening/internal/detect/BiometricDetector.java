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

/**
 * Finger and voice prints and the like: the identifiers under which they are filed, and words that speak of somebody's own.
 * A scan of an eye that shows an illness is none.
 */
@Component
class BiometricDetector implements Detector {
    private static final Set<String> PRINTS = Probe.words(
            "fingerprint fingerprints finger thumbprint thumb handprint palmprint palm voiceprint voiceprints "
                    + "voice faceprint facial face retina retinal iris biometric biometrics dna genetic vein gait");
    private static final String PRINT =
            "(?:finger|thumb|palm|hand|voice|face)[\\s-]?prints?|facial\\s+(?:recognition|geometry|features?)|face\\s+id|(?:retinal?|iris|palm|hand|face|vein|gait)"
                    + "|biometrics?|dna|genetic";
    private static final String RECORD =
            "(?:\\s+(?:scan|template|profile|record|hash|sample|data|signature|recognition|identifier|pattern|enrol?lment|match|print|code|file|reference|ref|marker|map))";
    private static final IntroducedNumber NUMBER = new IntroducedNumber(
            Identifier.BIOMETRIC,
            Severity.BLOCK,
            2,
            PRINTS,
            "(?:" + PRINT + ")" + RECORD + "{0,2}(?:" + NUMBER_WORD
                    + "|\\s*[:#=]|\\s+(?:on\\s+file|(?:is|are|was|were)\\s+(?:stored|filed|saved|on\\s+file|enrolled|registered))"
                    + "\\s+(?:as|under|with))|(?:(?:finger|thumb|palm|hand|voice|face)[\\s-]?prints?|retina|iris)"
                    + RECORD + "?");
    private static final Probe SOMEBODYS = Probe.atWords(
            PRINTS,
            40,
            40,
            "(?i)\\b(?:his|her|their|my|the\\s+patient's|patient's|pt's|\\p{L}+'s)\\s+(?:[a-z]+\\s+)?((?:(?:finger|thumb|palm|voice|face)[\\s-]?prints?"
                    + "|(?:biometric|facial\\s+recognition|iris|face|palm|dna|voice)\\s+(?:template|profile|data|identifiers?|records?|signature|hash|id))\\b)");

    private static final Probe RECOGNISED_BY = Probe.atWords(
            PRINTS,
            60,
            20,
            "(?i)\\b(?:identified|matched|recogni[sz]ed|verified|confirmed)\\b[^.!?\\n]{0,40}?\\b(?:by|with|from|via|using)\\s+(?:an?\\s+|his\\s+|her\\s+)?"
                    + "((?:(?:finger|thumb|palm|voice|face)[\\s-]?prints?|(?:retinal?|iris|face|facial|palm)\\s+(?:scan|recognition)|dna)\\b"
                    + "(?:\\s+and\\s+by\\s+a\\s+(?:finger|voice)print)?)");

    @Override
    public String name() {
        return "biometric";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var found = new ArrayList<Finding>(NUMBER.in(normal));
        for (var hit : SOMEBODYS.in(normal)) {
            found.add(hit.finding(Identifier.BIOMETRIC, Severity.REVIEW, 1));
        }
        for (var hit : RECOGNISED_BY.in(normal)) {
            found.add(hit.finding(Identifier.BIOMETRIC, Severity.REVIEW, 1));
        }
        return found;
    }
}
