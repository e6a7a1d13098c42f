package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Automatic mail of many systems. */
class AutomaticMailDataTest {

    private static final double GOAL = 0.985;

    @Test
    void recognisesAutomaticMailInBothHalves() {
        List<Path> all = MailData.files("automatic", ".eml");
        // rules were made while looking at one half only
        List<Path> seen = all.stream().filter(AutomaticMailDataTest::seen).toList();
        List<Path> unseen = all.stream().filter(file -> !seen(file)).toList();

        assertThat(rate("seen half", seen)).isGreaterThanOrEqualTo(GOAL);
        assertThat(rate("other half", unseen)).isGreaterThanOrEqualTo(GOAL);
    }

    @Test
    void leavesMailOfPeopleAlone() {
        List<Path> people = MailData.files("automatic/not-automatic", ".eml");

        assertThat(people)
                .filteredOn(file -> MailData.mail(file).header("Auto-Submitted").isEmpty())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(file -> assertThat(kind(MailData.mail(file))).isEmpty());
    }

    @Test
    void leavesRepliesOfPeopleAlone() {
        assertThat(MailData.files("replies/emails", ".txt"))
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(file -> {
                    String mail = "From: Anna <anna@hospital.example>\nSubject: Re: A post waits for legal review\n\n"
                            + new String(MailData.bytes(file), StandardCharsets.UTF_8);
                    assertThat(kind(IncomingMail.read(
                                    mail.getBytes(StandardCharsets.UTF_8), ReadingProperties.defaults())))
                            .isEmpty();
                });
    }

    private static double rate(String name, List<Path> files) {
        Map<String, Integer> kinds = new TreeMap<>();
        int found = 0;
        for (Path file : files) {
            Optional<Automatic> kind = kind(MailData.mail(file));
            kinds.merge(kind.map(k -> k.getClass().getSimpleName()).orElse("none"), 1, Integer::sum);
            found += kind.isPresent() ? 1 : 0;
            if (kind.isEmpty() && System.getProperty("misses") != null) {
                System.out.println("missed: " + file.getFileName());
            }
        }
        System.out.printf("Automatic mail, %s: %d of %d recognised %s%n", name, found, files.size(), kinds);
        return (double) found / files.size();
    }

    private static boolean seen(Path file) {
        return file.getFileName().toString().hashCode() % 2 == 0;
    }

    private static Optional<Automatic> kind(IncomingMail mail) {
        return AutomaticMail.kindOf(mail, Set.of());
    }
}
