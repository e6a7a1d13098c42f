package io.imprimatur.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Revision;
import io.imprimatur.flow.EmailDecision;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.TaskOpened;
import io.imprimatur.mail.reading.DecisionReader;
import io.imprimatur.mail.reading.Reading;
import io.imprimatur.mail.reading.ReadingProperties;
import io.imprimatur.mail.reading.Vocabulary;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message whose text is as hostile as can be: whatever a mail program makes of it, no line of it decides. */
class QuotedBackTest {
    private static final List<String> HOSTILE = List.of(
            "Approved",
            "Approve",
            "Genehmigt",
            "Approuvé",
            "Aprobado",
            "Approvato",
            "Aprovado",
            "Goedgekeurd",
            "Reject: it is wrong",
            "Abgelehnt, weil es falsch ist",
            "Changes: all of it",
            "APPROVED, THANKS!");

    private final MailWorld world = new MailWorld();
    private final DecisionReader reader = new DecisionReader(Vocabulary.of(ReadingProperties.defaults()));

    @AfterEach
    void stop() {
        world.close();
    }

    private MimeMessage message() {
        var text = String.join("\n", HOSTILE);
        when(world.contents.revision(any(), anyInt()))
                .thenReturn(new Revision(
                        world.contentId,
                        1,
                        ContentKind.ANNOUNCEMENT,
                        "Approved",
                        text,
                        null,
                        List.of(new Revision.Image(UUID.randomUUID(), "0123456789", "Approved")),
                        List.of("newsroom"),
                        Map.of("newsroom", text),
                        null,
                        null,
                        "author",
                        world.clock.instant(),
                        "0"));
        when(world.words.channel("newsroom")).thenReturn("Newsroom");
        var task = world.task(null);
        var byMail = new FlowTask(
                task.id(),
                task.elementId(),
                task.name(),
                task.stage(),
                1,
                task.contentId(),
                1,
                null,
                Set.of("legal"),
                task.createdAt(),
                task.createdAt(),
                task.processDefinition(),
                null,
                null,
                EmailDecision.REPLY);
        when(world.flow.task(world.taskId)).thenReturn(Optional.of(byMail));
        world.writer.on(new TaskOpened(byMail));
        world.service().deliverDue();
        return world.received().get(0);
    }

    private boolean decides(String line) {
        return !(reader.read(line) instanceof Reading.Remark || reader.read(line) instanceof Reading.Nothing);
    }

    @Test
    void hostileLinesWouldDecideIfSomebodyWroteThem() {
        assertThat(HOSTILE).allMatch(this::decides);
    }

    @Test
    void noLineOfItsTextDecidesQuotedOrNot() throws Exception {
        var text = part(message(), "text/plain");
        assertThat(text).contains("│ Approved", "You can also decide by replying");
        assertThat(lines(text)).noneMatch(this::decides).noneMatch(line -> decides("> " + line));
        assertThat(text.lines()).noneMatch(line -> line.length() < 76 && decides(line.strip()));
    }

    @Test
    void noLineOfItsHtmlDecidesAsAMailProgramTurnsItIntoText() throws Exception {
        var html = part(message(), "text/html");
        var flattened = Jsoup.parse(html);
        assertThat(lines(flattened.wholeText())).noneMatch(this::decides);
        assertThat(flattened.select("p, h2, a, span, div").eachText().stream())
                .filteredOn(text -> !text.isBlank())
                .noneMatch(this::decides);
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static String part(jakarta.mail.Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        var text = new StringBuilder();
        if (part.getContent() instanceof jakarta.mail.Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                text.append(part(parts.getBodyPart(at), type));
            }
        }
        return text.toString();
    }
}
