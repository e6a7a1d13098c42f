package io.imprimatur.screening.internal.statistics;

import io.imprimatur.content.ContentState;
import io.imprimatur.screening.Identifier;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what screening stored. */
@Component
class StatisticsTable {
    /** Where a piece is only after its release was granted. */
    private static final Set<ContentState> RELEASED = Set.of(
            ContentState.SCHEDULED, ContentState.PUBLISHING, ContentState.PUBLISHED, ContentState.PARTLY_PUBLISHED);

    private final JdbcClient jdbc;

    StatisticsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until the first instant behind the period */
    List<DetectorCount> counts(Instant from, Instant until) {
        return jdbc.sql(
                        """
                        with told as (
                            select f.identifier, f.detector, f.severity,
                                   f.severity <> 'INFORMATION' as asks,
                                   exists (select 1 from finding_answer a where a.finding_id = f.id) as answered,
                                   c.revision = f.revision and c.state = any(:released) as released,
                                   c.revision > f.revision as followed
                            from finding f
                            join screening_result r on r.content_id = f.content_id and r.revision = f.revision
                            join content c on c.id = f.content_id
                            where r.screened_at >= :from and r.screened_at < :until)
                        select identifier, detector,
                               count(*) filter (where severity = 'INFORMATION'),
                               count(*) filter (where severity = 'REVIEW'),
                               count(*) filter (where severity = 'BLOCK'),
                               count(*) filter (where asks and answered),
                               count(*) filter (where asks and answered and released),
                               count(*) filter (where asks and not answered and followed)
                        from told group by identifier, detector
                        order by count(*) filter (where asks) desc, identifier, detector""")
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("released", RELEASED.stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> DetectorCount.of(
                        Identifier.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)))
                .list();
    }
}
