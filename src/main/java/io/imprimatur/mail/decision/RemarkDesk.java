package io.imprimatur.mail.decision;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.mail.Remarks;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.Screenings;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was answered instead of a decision, in the table {@code task_remark}, unless it may identify a patient. */
@Component
class RemarkDesk implements Remarks {
    private final JdbcClient jdbc;
    private final Screenings screenings;
    private final Ledger ledger;
    private final Clock clock;

    RemarkDesk(JdbcClient jdbc, Screenings screenings, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.screenings = screenings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return whether it was kept */
    boolean keep(MailRequest request, String words, UUID mailId) {
        if (identifies(words)) {
            return false;
        }
        jdbc.sql(
                        """
                insert into task_remark (id, task_id, content_id, revision, stage, person, remark, mail_id, made_at)
                values (:id, :taskId, :contentId, :revision, :stage, :person, :remark, :mailId, :now)""")
                .param("id", UUID.randomUUID())
                .param("taskId", request.taskId())
                .param("contentId", request.contentId())
                .param("revision", request.revision())
                .param("stage", request.stage())
                .param("person", request.person())
                .param("remark", words.replace("\0", ""))
                .param("mailId", mailId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        ledger.record(LedgerEntry.aboutContent(request.person(), "REMARK_MADE", request.contentId())
                .detail("stage", request.stage())
                .detail("revision", String.valueOf(request.revision())));
        return true;
    }

    @Override
    public List<Remark> of(UUID contentId) {
        return jdbc.sql("select * from task_remark where content_id = :contentId order by made_at, id")
                .param("contentId", contentId)
                .query((row, number) -> new Remark(
                        row.getString("person"),
                        row.getString("stage"),
                        row.getInt("revision"),
                        row.getString("remark"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    private boolean identifies(String words) {
        try {
            screenings.requireClear(words);
            return false;
        } catch (Refusal refused) {
            return true;
        }
    }
}
