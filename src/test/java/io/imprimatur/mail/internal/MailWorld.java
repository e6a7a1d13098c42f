package io.imprimatur.mail.internal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.Piece;
import io.imprimatur.content.Revision;
import io.imprimatur.content.comparison.Comparisons;
import io.imprimatur.content.comparison.RevisionWords;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.decision.RequestWorld;
import io.imprimatur.platform.PublicAddress;
import io.imprimatur.publishing.Publications;
import io.imprimatur.review.Reviews;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Verdict;
import io.imprimatur.testing.MigratedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.unit.DataSize;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** Notices on a real database and a real mail server; one piece by {@code author}, its neighbours played. */
final class MailWorld implements AutoCloseable {
    static final String MARKER = "Flu-shots-for-everybody";

    final UUID contentId = UUID.randomUUID();
    final String taskId = UUID.randomUUID().toString();
    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final People people = mock(People.class);
    final ApprovalFlow flow = mock(ApprovalFlow.class);
    final Screenings screenings = mock(Screenings.class);
    final Contents contents = mock(Contents.class);
    final Publications publications = mock(Publications.class);
    final JdbcClient jdbc = JdbcClient.create(MigratedDatabase.get());
    final NoticeStore store = new NoticeStore(jdbc);
    final MovingClock clock = new MovingClock();
    final MediaLibrary media = mock(MediaLibrary.class);
    final Reviews reviews = mock(Reviews.class);
    final RevisionWords words = mock(RevisionWords.class);
    final RequestWorld requests = new RequestWorld(jdbc, flow, contents, reviews, people, clock);
    final NoticeWriter writer = new NoticeWriter(
            store,
            contents,
            people,
            new Heads(people, properties(Map.of("legal", "head"))),
            requests.properties(),
            new DeliverySignal(event -> {}),
            clock);
    private final List<Person> known = new ArrayList<>();

    MailWorld() {
        server.start();
        jdbc.sql("update notice set state = 'SENT' where state in ('PENDING', 'SENDING')")
                .update();
        jdbc.sql(
                        """
                insert into content (id, kind, state, author, revision, created_at, changed_at)
                values (:id, 'ANNOUNCEMENT', 'IN_REVIEW', 'author', 1, now(), now())""")
                .param("id", contentId)
                .update();
        when(people.inGroup(anyString())).thenAnswer(call -> known.stream()
                .filter(person -> person.isIn(call.getArgument(0)))
                .toList());
        when(people.find(anyString())).thenAnswer(call -> known.stream()
                .filter(person -> person.id().equals(call.getArgument(0)))
                .findFirst());
        person("author", "authors");
        person("legal", "legal");
        person("lawyer", "legal");
        person("clinical", "clinical");
        person("manager", "managers");
        person("head", "authors");
        when(people.findActive(anyString())).thenAnswer(call -> people.find(call.getArgument(0)));
        when(contents.authorsSincePublished(contentId)).thenReturn(Set.of("author"));
        when(contents.find(contentId))
                .thenReturn(Optional.of(new Piece(
                        contentId,
                        ContentKind.ANNOUNCEMENT,
                        ContentState.IN_REVIEW,
                        "author",
                        1,
                        clock.instant(),
                        clock.instant())));
        when(contents.revision(any(), anyInt())).thenReturn(revision("<b>" + MARKER + "</b> & more"));
        when(flow.task(taskId)).thenReturn(Optional.of(task(null)));
        screened(Verdict.CLEAR);
    }

    void person(String id, String... groups) {
        person(new Person(id, "Dr. " + id, id + "@example.org", Set.of(groups)));
    }

    void person(Person person) {
        known.removeIf(old -> old.id().equals(person.id()));
        known.add(person);
    }

    void screened(Verdict verdict) {
        when(screenings.verdict(contentId, 1)).thenReturn(Optional.of(verdict));
    }

    private Revision revision(String title) {
        return new Revision(
                contentId,
                1,
                ContentKind.ANNOUNCEMENT,
                title,
                "The body of " + MARKER,
                URI.create("https://example.org/flu"),
                List.of(new Revision.Image(UUID.randomUUID(), "0", "A syringe")),
                List.of("newsroom"),
                null,
                "author",
                clock.instant(),
                "0");
    }

    FlowTask task(@Nullable String assignee) {
        return new FlowTask(
                taskId,
                "legalReview",
                "Legal review",
                "legal",
                1,
                contentId,
                1,
                assignee,
                Set.of("legal"),
                clock.instant(),
                null,
                "content-approval:1:1");
    }

    /** Notices sent by the mail server of this world. */
    NoticeService service() {
        return service(store, sender());
    }

    NoticeService service(NoticeStore store, JavaMailSender sender) {
        var properties = properties(Map.of());
        var links = new Links(new PublicAddress(URI.create("https://imprimatur.example/")));
        var times = new Times(properties);
        var messages = new MessageWriter(templates(), media, requests.address(), message -> {}, properties, clock);
        var postman = new Postman(
                new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSender.class),
                messages);
        var posts = new LetterPosts(contents, media, reviews, Comparisons.saying(words), words, properties);
        var letters = new LetterWriter(
                people,
                new TaskLetters(flow, screenings, posts, requests.requests(), times, links),
                new OutcomeLetters(contents, publications, times, links),
                new StepLetters(contents, times, links),
                new AnswerLetters(requests.requests(), requests.standings(), people, times, links),
                new DigestLetters(flow, requests.preferences(), requests.unsubscribing(), times, links),
                new ProposalLetters(links),
                new UndeliverableLetters(people, links));
        return new NoticeService(
                store, letters, postman, requests.bounces(), properties, clock, new SimpleMeterRegistry());
    }

    NoticeHousekeeping housekeeping() {
        return new NoticeHousekeeping(store, properties(Map.of()), clock);
    }

    private static MailProperties properties(Map<String, String> heads) {
        return new MailProperties(
                "imprimatur@hospital.example",
                true,
                Duration.ofSeconds(5),
                50,
                Duration.ofMinutes(5),
                List.of(Duration.ofSeconds(30), Duration.ofMinutes(5)),
                Duration.ofDays(365),
                Duration.ofHours(1),
                "session",
                heads,
                LocalTime.of(7, 0),
                ZoneId.of("Europe/Berlin"),
                Set.of(DayOfWeek.values()),
                DataSize.ofMegabytes(5));
    }

    JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }

    private static SpringTemplateEngine templates() {
        var context = new StaticApplicationContext();
        var html = new SpringResourceTemplateResolver();
        html.setApplicationContext(context);
        html.setPrefix("classpath:/templates/");
        html.setSuffix(".html");
        html.setOrder(1);
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(new MailTemplates().mailTextTemplateResolver(context));
        engine.addTemplateResolver(html);
        return engine;
    }

    List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessages());
    }

    /** Text and HTML of a message, decoded. */
    static String textOf(MimeMessage message) throws Exception {
        var text = new StringBuilder(message.getSubject()).append('\n');
        collect(message, text);
        return text.toString();
    }

    private static void collect(jakarta.mail.Part part, StringBuilder text) throws Exception {
        if (part.getContent() instanceof jakarta.mail.Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                collect(parts.getBodyPart(at), text);
            }
        } else {
            text.append(part.getContent()).append('\n');
        }
    }

    String state(String person) {
        return jdbc.sql("select state from notice where content_id = :id and person = :person")
                .param("id", contentId)
                .param("person", person)
                .query(String.class)
                .single();
    }

    List<String> readers() {
        return jdbc.sql("select person from notice where content_id = :id order by person")
                .param("id", contentId)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Time that passes when told to. */
    static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2030-01-31T09:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
