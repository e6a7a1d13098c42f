package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Automatic mail of many systems. */
class AutomaticMailDataTest {

    private static final double GOAL = 0.985;
    private static final double BY_WORDS_ALONE = 0.9;
    private static final List<String> KEPT = List.of("subject:", "to:", "content-", "mime-");

    @Test
    void recognisesAutomaticMailInBothHalves() {
        List<Path> all = MailData.files("automatic", ".eml");
        // rules were made while looking at one half only
        List<Path> seen = all.stream().filter(AutomaticMailDataTest::seen).toList();
        List<Path> unseen = all.stream().filter(file -> !seen(file)).toList();

        assertThat(rate("seen half", seen)).isGreaterThanOrEqualTo(GOAL);
        assertThat(rate("other half", unseen)).isGreaterThanOrEqualTo(GOAL);
    }

    /** Systems that nobody knows here may set none of the usual fields; then words must do. */
    @Test
    void recognisesMostOfItByWordsAlone() {
        List<Path> all = MailData.files("automatic", ".eml");
        long found = all.stream()
                .map(AutomaticMailDataTest::withoutSigns)
                .filter(mail -> kind(mail).isPresent())
                .count();
        System.out.printf("Automatic mail without its fields and structure: %d of %d recognised%n", found, all.size());

        assertThat((double) found / all.size()).isGreaterThanOrEqualTo(BY_WORDS_ALONE);
    }

    /** As if a person had sent it: subject and content only, without the types of reports. */
    private static IncomingMail withoutSigns(Path file) {
        String raw = new String(MailData.bytes(file), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        int body = raw.indexOf("\n\n");
        StringBuilder mail = new StringBuilder("From: Anna <anna@hospital.example>\n");
        boolean kept = false;
        for (String line : raw.substring(0, Math.max(0, body)).split("\n")) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            kept = folded ? kept : KEPT.stream().anyMatch(line.toLowerCase(Locale.ROOT)::startsWith);
            mail.append(kept ? line + "\n" : "");
        }
        String all = mail
                + raw.substring(Math.max(0, body))
                        .replace("message/delivery-status", "text/x-status")
                        .replace("message/feedback-report", "text/x-status");
        return IncomingMail.read(
                all.replace("multipart/report", "multipart/mixed").getBytes(StandardCharsets.ISO_8859_1),
                ReadingProperties.defaults());
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
