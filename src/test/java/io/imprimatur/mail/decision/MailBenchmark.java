package io.imprimatur.mail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Draft;
import io.imprimatur.testing.IntegrationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Feeds replies to as many open tasks, first by one thread and then by two, and counts what is in the ledger. Its table is
 * {@code target/mail-benchmark.txt}.
 */
@IntegrationTest
class MailBenchmark {
    private static final int REPLIES = Integer.getInteger("imprimatur.test.replies", 5_000);
    private static final int AT_ONCE = 2;
    private static final Path RESULT = Path.of("target", "mail-benchmark.txt");

    MailHouse house;

    @Autowired
    Contents contents;

    @Autowired
    Requests requests;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ManagementService engine;

    private record Asked(UUID piece, String address) {}

    @BeforeEach
    void house(@Autowired AutowireCapableBeanFactory beans) {
        house = MailHouse.of(beans);
    }

    @Test
    void everyReplyIsOneDecisionInTheLedger() throws Exception {
        var asked = together(IntStream.range(0, REPLIES)
                .<Callable<Asked>>mapToObj(number -> this::ask)
                .toList());
        var replies = asked.stream()
                .map(each -> ReplyMail.from("legal", each.address(), "Approved, thanks!")
                        .bytes())
                .toList();
        var half = REPLIES / 2;
        var alone = feed(replies.subList(0, half), 1);
        var both = feed(replies.subList(half, REPLIES), AT_ONCE);
        var decided = asked.stream()
                .filter(each -> house.ledger(each.piece(), "DECISION_MADE") == 1)
                .count();
        write(alone, both, half, decided);
        assertThat(decided).isEqualTo(REPLIES);
        assertThat(asked).allMatch(each -> house.ledger(each.piece(), "MAIL_DECISION_PROVEN") == 1);
    }

    /** A piece that waits for legal review, and the address that a reply goes to. */
    private Asked ask() {
        var draft = new Draft(
                ContentKind.ANNOUNCEMENT,
                "Quiet hours",
                "The garden opens at noon.",
                null,
                List.of(),
                List.of("newsroom"),
                null);
        var id = contents.create(draft, "author").contentId();
        contents.submit(id, "author", null);
        engine.createJobQuery().executable().processInstanceId(instance(id)).list().stream()
                .forEach(job -> engine.executeJob(job.getId()));
        var task = house.task(id);
        var tickets = transaction.execute(
                status -> requests.issue(task, "legal", true).orElseThrow());
        return new Asked(
                id, "decide+" + java.util.Objects.requireNonNull(tickets).reply() + "@imprimatur.local");
    }

    private String instance(UUID contentId) {
        return house.jdbc
                .sql("select proc_inst_id_ from act_ru_execution where business_key_ = :key")
                .param("key", contentId.toString())
                .query(String.class)
                .list()
                .get(0);
    }

    private Duration feed(List<byte[]> replies, int threads) throws Exception {
        var began = System.nanoTime();
        var parts = IntStream.range(0, threads)
                .<Callable<Integer>>mapToObj(part -> () -> {
                    for (int at = part; at < replies.size(); at += threads) {
                        house.intake.store(replies.get(at), house.clock.instant());
                        house.intake.handleStored();
                    }
                    return part;
                })
                .toList();
        together(parts);
        house.intake.handleStored();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var done = new ArrayList<T>();
            for (var each : threads.invokeAll(work)) {
                done.add(each.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void write(Duration alone, Duration both, int half, long decided) throws IOException {
        Files.writeString(
                RESULT,
                """
                %d replies, %d decisions in the ledger
                one thread:  %.1f mails/s
                two threads: %.1f mails/s
                """
                        .formatted(
                                half * 2L,
                                decided,
                                half / (alone.toMillis() / 1000.0),
                                half / (both.toMillis() / 1000.0)),
                StandardCharsets.UTF_8);
    }
}
