package io.imprimatur.publishing.internal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.Piece;
import io.imprimatur.content.Revision;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.PublicationFlows;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Sha256;
import io.imprimatur.platform.local.LocalDatabases;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.Publications;
import io.imprimatur.publishing.PublishingStop;
import io.imprimatur.publishing.Withdrawals;
import io.imprimatur.publishing.account.Accounts;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.settings.PublishingProperties;
import io.imprimatur.review.ReleaseAnswer;
import io.imprimatur.review.ReleaseCheck;
import io.imprimatur.screening.Screenings;
import io.imprimatur.testing.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The module on a PostgreSQL of its own, between stand-ins for its neighbours; no web, no engine, no threads. */
public final class PublishingFixture implements AutoCloseable {
    public static final String MANAGER = "manager";

    public final HikariDataSource dataSource = new HikariDataSource();
    public final JdbcClient jdbc;

    /** What this node's channels must send with, so that they heed the stop. */
    public final ChannelHttp http;

    public static final String COMPLIANCE = "compliance";
    public final ApprovalFlow flow = mock(ApprovalFlow.class);
    public final PublicationFlows flows = mock(PublicationFlows.class);
    public final Accounts accounts = mock(Accounts.class);
    public final Screenings screenings = mock(Screenings.class);
    public final MediaLibrary media = mock(MediaLibrary.class);
    public final Contents contents = mock(Contents.class);
    public final People people = mock(People.class);
    public final List<LedgerEntry> ledger = new CopyOnWriteArrayList<>();
    public final Map<UUID, ContentState> states = new ConcurrentHashMap<>();
    public final List<Object> events = new CopyOnWriteArrayList<>();
    public volatile Function<Revision, ReleaseAnswer> release =
            revision -> new ReleaseAnswer.Permitted(revision.hash());
    public volatile Runnable beforeLedger = () -> {};

    private final Map<UUID, Revision> revisions = new ConcurrentHashMap<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<AnnotationConfigApplicationContext> nodes = new ArrayList<>();
    private final Map<UUID, byte[]> images = new ConcurrentHashMap<>();

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    public PublishingFixture(PublishingProperties properties, Function<PublishingFixture, List<Channel>> channels) {
        var database = TestPostgres.get().newDatabase();
        dataSource.setJdbcUrl(database.url());
        dataSource.setUsername(LocalDatabases.OWNER);
        dataSource.setPassword(database.ownerPassword());
        dataSource.setMaximumPoolSize(12);
        dataSource.setMinimumIdle(0);
        migrate(database.url(), database.ownerPassword());
        jdbc = JdbcClient.create(dataSource);
        neighbours();
        http = new ChannelHttp(properties);
        start(context, properties, http, channels.apply(this));
    }

    /**
     * Another node on the same database, between the same neighbours.
     *
     * @param nodeHttp what its channels send with
     */
    public PublicationWork anotherNode(PublishingProperties properties, ChannelHttp nodeHttp, List<Channel> channels) {
        var node = new AnnotationConfigApplicationContext();
        nodes.add(node);
        start(node, properties, nodeHttp, channels);
        return node.getBean(PublicationWork.class);
    }

    private void start(
            AnnotationConfigApplicationContext node,
            PublishingProperties properties,
            ChannelHttp nodeHttp,
            List<Channel> channels) {
        var transactions = new JdbcTransactionManager(dataSource);
        node.registerBean("transactionManager", JdbcTransactionManager.class, () -> transactions);
        node.registerBean(DataSource.class, () -> dataSource);
        node.registerBean(JdbcClient.class, () -> jdbc);
        node.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        node.registerBean(PublishingProperties.class, () -> properties);
        node.registerBean(Contents.class, () -> contents);
        node.registerBean(MediaLibrary.class, () -> media);
        node.registerBean(People.class, () -> people);
        node.registerBean(ApprovalFlow.class, () -> flow);
        node.registerBean(PublicationFlows.class, () -> flows);
        node.registerBean(Accounts.class, () -> accounts);
        node.registerBean(Screenings.class, () -> screenings);
        node.registerBean(ChannelHttp.class, () -> nodeHttp);
        node.registerBean(Clock.class, Clock::systemUTC);
        node.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        node.registerBean(Ledger.class, () -> this::record);
        node.registerBean(ReleaseCheck.class, () -> (id, number) -> release.apply(require(id)));
        var index = 0;
        for (var channel : channels) {
            node.registerBean("channel" + index++, Channel.class, () -> channel);
        }
        node.register(
                Transactions.class,
                PublicationRows.class,
                Transitions.class,
                Outcomes.class,
                ConfiguredChannels.class,
                ApprovedPosts.class,
                Sending.class,
                Looking.class,
                Reports.class,
                PublicationWork.class,
                PublicationClaims.class,
                ManagedPublications.class,
                StopSwitch.class,
                Withdrawing.class,
                Preservation.class,
                PreservedRows.class,
                WithdrawalRows.class,
                OrderedWithdrawals.class,
                AnsweredQuestions.class,
                WakeUp.class);
        node.addApplicationListener(event -> {
            if (event instanceof org.springframework.context.PayloadApplicationEvent<?> payload) {
                events.add(payload.getPayload());
            }
        });
        node.refresh();
    }

    /** Short waits, few tries: a test moves time by {@link #elapse()}. */
    public static PublishingProperties properties() {
        return new PublishingProperties(
                new PublishingProperties.Worker(
                        0, Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofSeconds(5)),
                new PublishingProperties.Retry(
                        3,
                        3,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        Duration.ofHours(24)),
                new PublishingProperties.Check(Duration.ofHours(12), Duration.ZERO, 2),
                new PublishingProperties.Http(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        org.springframework.util.unit.DataSize.ofMegabytes(12)),
                new PublishingProperties.Newsroom(
                        "Newsroom", "Our hospital", 10, 20, Duration.ofHours(1), null, 200, 100_000, 10));
    }

    public PublicationClaims claims() {
        return context.getBean(PublicationClaims.class);
    }

    public PublicationWork work() {
        return context.getBean(PublicationWork.class);
    }

    public Publications publications() {
        return context.getBean(Publications.class);
    }

    public Withdrawals withdrawals() {
        return context.getBean(Withdrawals.class);
    }

    public PublishingStop stop() {
        return context.getBean(PublishingStop.class);
    }

    /** An approved revision for these channels. */
    public Revision revision(String... channels) {
        return revision("Flu shots from Monday", "Come by.\n\nNo appointment is needed.", List.of(), channels);
    }

    public Revision revision(String title, String body, List<Revision.Image> pictures, String... channels) {
        var id = UUID.randomUUID();
        var hash = Sha256.hex((id + title + body).getBytes(StandardCharsets.UTF_8));
        var revision = new Revision(
                id,
                1,
                ContentKind.ANNOUNCEMENT,
                title,
                body,
                URI.create("https://example.org/flu?a=1&b=2"),
                pictures,
                List.of(channels),
                null,
                "author",
                Instant.EPOCH,
                hash);
        revisions.put(id, revision);
        states.put(id, ContentState.IN_REVIEW);
        jdbc.sql("INSERT INTO content (id, kind, state, author, revision, created_at, changed_at)"
                        + " VALUES (:id, 'ANNOUNCEMENT', 'IN_REVIEW', 'author', 1, now(), now())")
                .param("id", id)
                .update();
        return revision;
    }

    public Revision.Image image(byte[] bytes, String altText) {
        var id = UUID.randomUUID();
        var hash = Sha256.hex(bytes);
        images.put(id, bytes);
        jdbc.sql("INSERT INTO media (id, type, width, height, size, sha256, owner, created_at, bytes)"
                        + " VALUES (:id, 'image/png', 2, 1, :size, :hash, 'author', now(), :bytes)")
                .param("id", id)
                .param("size", bytes.length)
                .param("hash", hash)
                .param("bytes", bytes)
                .update();
        return new Revision.Image(id, hash, altText);
    }

    public void tamperWithImages() {
        images.replaceAll((id, bytes) -> new byte[] {1});
    }

    public void claim(Revision revision) {
        claims().claim(revision.contentId(), revision.number(), "content-approval:1:x");
    }

    /** Takes every step that is due now. */
    public void runDue() {
        for (int steps = 0; work().runNext("test"); steps++) {
            if (steps > 10_000) {
                throw new AssertionError("There is always something due");
            }
        }
    }

    /** Lets every wait and every lease end. */
    public void elapse() {
        jdbc.sql("UPDATE publication SET due_at = now() - interval '1 s' WHERE due_at IS NOT NULL")
                .update();
        jdbc.sql("DELETE FROM channel_pause").update();
        jdbc.sql("UPDATE publication SET report_at = now() - interval '1 s' WHERE report_at IS NOT NULL")
                .update();
    }

    /** Runs until nothing is scheduled any more. */
    public void runToEnd() {
        for (int rounds = 0; rounds < 200; rounds++) {
            runDue();
            if (jdbc.sql("SELECT count(*) FROM publication WHERE due_at IS NOT NULL OR report_at IS NOT NULL")
                            .query(Long.class)
                            .single()
                    == 0) {
                return;
            }
            elapse();
        }
        throw new AssertionError("It never ends");
    }

    public Publication only(Revision revision) {
        var all = publications().ofContent(revision.contentId());
        if (all.size() != 1) {
            throw new AssertionError("Expected one publication, found " + all.size());
        }
        return all.get(0);
    }

    public List<String> actions(Revision revision) {
        return ledger.stream()
                .filter(entry -> revision.contentId().equals(entry.contentId()))
                .map(LedgerEntry::action)
                .toList();
    }

    public @Nullable ContentState state(Revision revision) {
        return states.get(revision.contentId());
    }

    @Override
    public void close() {
        nodes.forEach(AnnotationConfigApplicationContext::close);
        context.close();
        dataSource.close();
    }

    private void record(LedgerEntry entry) {
        beforeLedger.run();
        if (!org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new AssertionError("The ledger is written outside a transaction");
        }
        ledger.add(entry);
    }

    private Revision require(UUID id) {
        return Optional.ofNullable(revisions.get(id)).orElseThrow();
    }

    private void neighbours() {
        when(contents.revision(any(), anyInt())).thenAnswer(call -> require(call.getArgument(0)));
        when(contents.hash(any())).thenAnswer(call -> {
            Revision given = call.getArgument(0);
            return Sha256.hex((given.contentId() + given.title() + given.body()).getBytes(StandardCharsets.UTF_8));
        });
        when(contents.require(any())).thenAnswer(call -> {
            UUID id = call.getArgument(0);
            return new Piece(
                    id,
                    ContentKind.ANNOUNCEMENT,
                    states.getOrDefault(id, ContentState.DRAFT),
                    "author",
                    1,
                    Instant.EPOCH,
                    Instant.EPOCH);
        });
        org.mockito.Mockito.doAnswer(call -> states.put(call.getArgument(0), call.getArgument(1)))
                .when(contents)
                .enter(any(), any());
        when(media.find(any())).thenAnswer(call -> {
            UUID id = call.getArgument(0);
            return Optional.ofNullable(images.get(id))
                    .map(bytes ->
                            new MediaLibrary.Media(id, "image/png", 2, 1, bytes.length, Sha256.hex(bytes), "author"));
        });
        when(media.bytes(any())).thenAnswer(call -> images.get((UUID) call.getArgument(0)));
        when(people.find(anyString())).thenAnswer(call -> person(call.getArgument(0)));
        when(people.findActive(anyString())).thenAnswer(call -> person(call.getArgument(0)));
    }

    private static Optional<Person> person(String id) {
        var groups =
                switch (id) {
                    case MANAGER -> Set.of(Groups.MANAGERS);
                    case COMPLIANCE -> Set.of(Groups.COMPLIANCE);
                    default -> Set.of(Groups.AUTHORS);
                };
        return Optional.of(new Person(id, id, id + "@example.org", groups));
    }

    /** Replaces what is stored under that id, as somebody with access to the database could. */
    public void tamper(Revision revision, String body) {
        revisions.put(
                revision.contentId(),
                new Revision(
                        revision.contentId(),
                        revision.number(),
                        revision.kind(),
                        revision.title(),
                        body,
                        revision.link(),
                        revision.images(),
                        revision.channels(),
                        null,
                        revision.author(),
                        revision.createdAt(),
                        revision.hash()));
    }

    private static void migrate(String url, String password) {
        try (var connection = DriverManager.getConnection(url, LocalDatabases.OWNER, password)) {
            for (var file : new ArrayList<>(
                    List.of("050-content.sql", "051-content-texts.sql", "080-publishing.sql", "082-withdrawal.sql"))) {
                var database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                new Liquibase("db/changelog/" + file, new ClassLoaderResourceAccessor(), database).update("");
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
