package io.imprimatur.mail.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.mail.Notices;
import io.imprimatur.mail.local.LocalMailServer;
import io.imprimatur.mail.mailbox.Intake;
import io.imprimatur.publishing.internal.PublicationWork;
import io.imprimatur.review.Decision;
import io.imprimatur.review.Reviews;
import io.imprimatur.testing.DueWork;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Authors who submit, reviewers who read their mail and answer it: the whole application, driven from a test. */
class MailHouse {
    final TestRestTemplate http;
    final Notices notices;
    final Intake intake;
    final ApprovalFlow flow;
    final Reviews reviews;
    final JdbcClient jdbc;
    final Clock clock;
    private final LocalMailServer server;
    private final ManagementService engine;
    private final PublicationWork work;

    MailHouse(
            TestRestTemplate http,
            Notices notices,
            Intake intake,
            ApprovalFlow flow,
            Reviews reviews,
            JdbcClient jdbc,
            Clock clock,
            LocalMailServer server,
            ManagementService engine,
            PublicationWork work) {
        this.http = http;
        this.notices = notices;
        this.intake = intake;
        this.flow = flow;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.clock = clock;
        this.server = server;
        this.engine = engine;
        this.work = work;
    }

    /**
     * One in the context that all tests share: a bean of it would make another context, and two engines of one name in a
     * process get in each other's way. What earlier tests answered counts for nobody's hour.
     */
    static MailHouse of(AutowireCapableBeanFactory beans) {
        var house = beans.createBean(MailHouse.class);
        house.jdbc
                .sql("update notice set created_at = created_at - interval '2 hours' where kind = 'ANSWER'")
                .update();
        return house;
    }

    /** A piece that waits for legal review, with its mail sent. */
    UUID submitted() {
        return submitted("Quiet hours in the garden", "The garden opens at noon from now on.");
    }

    UUID submitted(String title, String body) {
        var author = http.withBasicAuth("author", "author");
        var created = author.postForEntity(
                "/api/contents",
                Map.of("kind", "ANNOUNCEMENT", "title", title, "body", body, "channels", List.of("newsroom")),
                JsonNode.class);
        var id = UUID.fromString(
                Objects.requireNonNull(created.getBody()).get("id").asText());
        author.postForEntity("/api/contents/" + id + "/submit", null, JsonNode.class);
        goOn();
        return id;
    }

    void submit(UUID contentId) {
        http.withBasicAuth("author", "author")
                .postForEntity("/api/contents/" + contentId + "/submit", null, JsonNode.class);
        goOn();
    }

    /** A piece with one image of nothing. */
    UUID submittedWithImage(String described) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.IMAGE_PNG);
        var author = http.withBasicAuth("author", "author");
        var media = author.postForEntity("/api/media", new HttpEntity<>(bytes.toByteArray(), headers), JsonNode.class)
                .getBody();
        var created = author.postForEntity(
                        "/api/contents",
                        Map.of(
                                "kind", "ANNOUNCEMENT",
                                "title", "The garden",
                                "body", "It opens at noon.",
                                "images",
                                        List.of(Map.of(
                                                "mediaId",
                                                Objects.requireNonNull(media)
                                                        .get("id")
                                                        .asText(),
                                                "altText",
                                                described)),
                                "channels", List.of("newsroom")),
                        JsonNode.class)
                .getBody();
        var id = UUID.fromString(Objects.requireNonNull(created).get("id").asText());
        submit(id);
        return id;
    }

    /** Somebody of compliance looks at the image and answers for it. */
    void lookedAt(UUID contentId) {
        var task = task(contentId);
        flow.claim(task.id(), "compliance");
        var compliance = http.withBasicAuth("compliance", "compliance");
        jdbc.sql("select id from finding where content_id = :id")
                .param("id", contentId)
                .query(UUID.class)
                .list()
                .forEach(finding -> compliance.put(
                        "/api/contents/" + contentId + "/findings/" + finding + "/answer",
                        Map.of("reason", "Nobody is in it.")));
        flow.decide(task.id(), "compliance", io.imprimatur.flow.TaskDecision.APPROVE, "Nobody is in it.");
        goOn();
    }

    void revised(UUID contentId, String body) {
        var author = http.withBasicAuth("author", "author");
        var revision = flow.openTasks(contentId).get(0).revision();
        var headers = new HttpHeaders();
        headers.setIfMatch("\"" + revision + "\"");
        author.exchange(
                "/api/contents/" + contentId,
                HttpMethod.PUT,
                new HttpEntity<>(
                        Map.of(
                                "kind",
                                "ANNOUNCEMENT",
                                "title",
                                "Changed",
                                "body",
                                body,
                                "channels",
                                List.of("newsroom")),
                        headers),
                JsonNode.class);
        goOn();
    }

    /** What the engine, the worker and the mail would do by themselves. */
    void goOn() {
        DueWork.run(engine, work);
        while (notices.deliverDue() > 0) {
            continue;
        }
    }

    FlowTask task(UUID contentId) {
        return flow.openTasks(contentId).get(0);
    }

    List<Decision> decisions(UUID contentId) {
        return reviews.decisions(contentId);
    }

    /** The newest message to that person about that piece: the one whose notice names it. */
    MimeMessage message(String person, UUID contentId) {
        var notice = jdbc.sql(
                        """
                select id from notice where person = :person and content_id = :contentId and state = 'SENT' and kind like 'TASK%'
                order by created_at desc, settled_at desc limit 1""")
                .param("person", person)
                .param("contentId", contentId)
                .query(UUID.class)
                .single();
        return messages(person, message -> id(message).startsWith("<" + notice)).get(0);
    }

    List<MimeMessage> messages(String person) {
        return messages(person, message -> true);
    }

    /** Straight from the server's memory: fetching all of a day's mail each time would take longer than the tests. */
    private List<MimeMessage> messages(String person, Predicate<MimeMessage> wanted) {
        return server.received(person + "@imprimatur.local").stream()
                .filter(wanted)
                .toList();
    }

    static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    static String replyTo(MimeMessage message) {
        try {
            return ((InternetAddress) message.getReplyTo()[0]).getAddress();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The path of the page on which to decide. */
    static String link(MimeMessage message) {
        var text = text(message);
        int at = text.indexOf("/decide/");
        return text.substring(at, at + "/decide/".length() + 32);
    }

    static String text(Part part) {
        return part(part, "text/plain");
    }

    static String html(Part part) {
        return part(part, "text/html");
    }

    private static String part(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return String.valueOf(part.getContent());
            }
            if (part.getContent() instanceof jakarta.mail.Multipart parts) {
                var text = new StringBuilder();
                for (int at = 0; at < parts.getCount(); at++) {
                    text.append(part(parts.getBodyPart(at), type));
                }
                return text.toString();
            }
            return "";
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A reply by that person to the newest message that they got about that piece. */
    ReplyMail reply(String person, UUID contentId, String words) {
        return ReplyMail.from(person, replyTo(message(person, contentId)), words);
    }

    /** Has it fetched and handled; what was answered is sent. */
    void bring(ReplyMail mail) {
        bring(mail.bytes());
    }

    void bring(byte[] raw) {
        intake.store(raw, clock.instant());
        intake.handleStored();
        goOn();
    }

    /** What became of that mail: its state and why. */
    String outcome(ReplyMail mail) {
        return outcome(mail.bytes());
    }

    String outcome(byte[] raw) {
        return jdbc.sql("select state || ' ' || coalesce(reason, '') from incoming_mail where content_hash = :hash")
                .param("hash", io.imprimatur.platform.Sha256.hex(raw))
                .query(String.class)
                .optional()
                .orElse("absent");
    }

    /** The subject of the newest answer to that person about that piece; empty if there was none. */
    String answer(String person, UUID contentId) {
        return jdbc.sql(
                        """
                select answer from notice where person = :person and content_id = :contentId and kind = 'ANSWER'
                order by created_at desc limit 1""")
                .param("person", person)
                .param("contentId", contentId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    long ledger(UUID contentId, String action) {
        return jdbc.sql("select count(*) from ledger_entry where content_id = :id and action = :action")
                .param("id", contentId)
                .param("action", action)
                .query(Long.class)
                .single();
    }

    String detail(UUID contentId, String action, String name) {
        return jdbc.sql("select details ->> :name from ledger_entry where content_id = :id and action = :action")
                .param("name", name)
                .param("id", contentId)
                .param("action", action)
                .query(String.class)
                .single();
    }
}
