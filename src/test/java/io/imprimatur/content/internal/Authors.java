package io.imprimatur.content.internal;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.ChannelCatalog;
import io.imprimatur.content.ReadAccess;
import io.imprimatur.content.ReasonCheck;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.testing.MigratedDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The content module on a real database, its neighbours played. */
final class Authors {
    static final Instant NOW = Instant.parse("2030-01-31T09:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final ContentProperties BOUNDS = new ContentProperties(
            200, 50_000, 2_000, 1_000, 2_000, Duration.ofDays(366), 10, DataSize.ofMegabytes(10), 50_000_000, 500, 100);

    private static final ChannelCatalog CHANNELS = () -> List.of(
            ChannelCatalog.ChannelInfo.titled("newsroom", "Newsroom", 200, 50_000, 10),
            ChannelCatalog.ChannelInfo.titled("portal", "Portal", 20, 100, 1));

    final List<LedgerEntry> ledger = new CopyOnWriteArrayList<>();
    final List<Object> events = new ArrayList<>();
    final ApprovalFlow flow = mock(ApprovalFlow.class);
    final ReadAccess readers = mock(ReadAccess.class);
    final ReasonCheck reasonCheck = mock(ReasonCheck.class);
    final ContentService contents;
    final TasklistDrafts tasklist;
    final MediaService media;
    final PieceStore pieces;
    final TransactionTemplate transactions;

    Authors() {
        var people = mock(People.class);
        for (var author : List.of("author", "colleague")) {
            when(people.find(author))
                    .thenReturn(Optional.of(new Person(author, author, author + "@example.org", Set.of("authors"))));
        }
        when(people.find("legal"))
                .thenReturn(Optional.of(new Person("legal", "legal", "legal@example.org", Set.of("legal"))));
        var dataSource = MigratedDatabase.get();
        transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        var jdbc = JdbcClient.create(dataSource);
        pieces = new PieceStore(jdbc);
        var revisions = new RevisionStore(jdbc);
        var submissions = new SubmissionStore(jdbc);
        var mediaStore = new MediaStore(jdbc);
        var access = new Access(pieces, revisions, people, provider(ReadAccess.class, readers));
        var writer = new RevisionWriter(pieces, revisions, mediaStore, ledger::add, CLOCK);
        var handIn = new HandIn(
                new SubmissionRules(channels(), CLOCK), submissions, pieces, ledger::add, events::add, CLOCK);
        var authoring = new Authoring(
                access,
                draftRules(),
                revisions,
                writer,
                handIn,
                BOUNDS,
                provider(ApprovalFlow.class, flow),
                provider(ReasonCheck.class, reasonCheck));
        contents = new ContentService(authoring, pieces, revisions, submissions, CLOCK);
        tasklist = new TasklistDrafts(access, pieces, revisions, writer, handIn);
        media = new MediaService(mediaStore, pieces, access, BOUNDS, ledger::add, CLOCK);
    }

    static DraftRules draftRules() {
        return new DraftRules(BOUNDS, channels(), CLOCK);
    }

    private static ChannelRules channels() {
        return new ChannelRules(provider(ChannelCatalog.class, CHANNELS));
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        return new StaticListableBeanFactory(Map.of("bean", bean)).getBeanProvider(type);
    }
}
