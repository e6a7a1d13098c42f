package io.imprimatur.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.mail.local.LocalMailServer;
import io.imprimatur.testing.IntegrationTest;
import jakarta.mail.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** From an author's submission to the mail that a reviewer fetches by IMAP. */
@IntegrationTest
class NoticesTest {
    @Autowired
    TestRestTemplate http;

    @Autowired
    Notices notices;

    @Autowired
    LocalMailServer server;

    @Autowired
    ManagementService jobs;

    private String submit(String title, String body) {
        var author = http.withBasicAuth("author", "author");
        var created = author.postForEntity(
                "/api/contents",
                Map.of("kind", "ANNOUNCEMENT", "title", title, "body", body, "channels", List.of("newsroom")),
                JsonNode.class);
        var id = Objects.requireNonNull(created.getBody()).get("id").asText();
        author.postForEntity("/api/contents/" + id + "/submit", null, JsonNode.class);
        jobs.createJobQuery().messages().list().forEach(job -> jobs.executeJob(job.getId()));
        notices.deliverDue();
        return id;
    }

    private List<String> mailOf(String person) throws Exception {
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.imapPort(), person, person);
        try (store) {
            var inbox = store.getFolder("INBOX");
            inbox.open(jakarta.mail.Folder.READ_ONLY);
            var texts = new ArrayList<String>();
            for (var message : inbox.getMessages()) {
                texts.add(message.getSubject() + '\n' + text(message));
            }
            return texts;
        }
    }

    private static String text(jakarta.mail.Part part) throws Exception {
        if (!(part.getContent() instanceof jakarta.mail.Multipart parts)) {
            return part.getContent() + "\n";
        }
        var text = new StringBuilder();
        for (int at = 0; at < parts.getCount(); at++) {
            text.append(text(parts.getBodyPart(at)));
        }
        return text.toString();
    }

    @Test
    void tellsTheLegalReviewersOfANewTaskWithItsText() throws Exception {
        submit("Quiet hours in the garden", "The garden opens at noon from now on.");
        assertThat(mailOf("legal"))
                .anySatisfy(mail ->
                        assertThat(mail).contains("Quiet hours in the garden").contains("/decide/"));
        assertThat(mailOf("clinical")).noneMatch(mail -> mail.contains("Quiet hours in the garden"));
    }

    @Test
    void tellsTheAuthorThatScreeningFoundSomethingAndNobodyWhat() throws Exception {
        var id = submit("A story with a number", "Call her social security number 219-09-9999 aloud.");
        assertThat(mailOf("author"))
                .anySatisfy(mail ->
                        assertThat(mail).contains("came back from screening").contains(id));
        for (var person : List.of("author", "legal", "clinical", "compliance", "privacy", "manager")) {
            assertThat(mailOf(person))
                    .noneMatch(mail -> mail.contains("219-09-9999") || mail.contains("A story with a number"));
        }
    }

    @Test
    void showsTheInboxPageToEveryVisitorOfTheDemo() throws Exception {
        assertThat(http.getForObject("/inbox", String.class)).contains("Inbox", "legal@imprimatur.local");
        submit("Quiet hours in the library", "The library closes at eight.");
        var list = http.getForObject("/inbox?person=legal", String.class);
        assertThat(list).contains("A post waits for legal review");
        var newest = list.substring(list.indexOf("/inbox/legal/"));
        var message = http.getForObject(newest.substring(0, newest.indexOf('"')), String.class);
        assertThat(message).contains("Quiet hours in the library").contains("Read and approve");
        assertThat(http.getForEntity("/inbox/legal/987654", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(http.getForEntity("/inbox?person=nobody", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }
}
