package io.imprimatur.audit.internal;

import io.imprimatur.audit.LedgerQuery;
import io.imprimatur.audit.LedgerReader;
import io.imprimatur.audit.LedgerVerification;
import io.imprimatur.audit.RecordedEntry;
import io.imprimatur.platform.Page;
import io.imprimatur.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcLedgerReader implements LedgerReader {
    private final JdbcClient jdbc;
    private final Verifier verifier;
    private final AuditProperties properties;

    JdbcLedgerReader(JdbcClient jdbc, Verifier verifier, AuditProperties properties) {
        this.jdbc = jdbc;
        this.verifier = verifier;
        this.properties = properties;
    }

    @Override
    public Page<RecordedEntry> find(LedgerQuery query) {
        requireInRange(query);
        var parameters = new HashMap<String, Object>();
        var where = where(query, parameters);
        var total = jdbc.sql("SELECT count(*) FROM ledger_entry e" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        var items = jdbc.sql("SELECT c.seq, c.hash, " + LedgerRow.COLUMNS
                        + " FROM ledger_entry e LEFT JOIN ledger_chain c ON c.entry_id = e.id" + where
                        + " ORDER BY e.at DESC, e.id DESC LIMIT :size OFFSET :offset")
                .params(parameters)
                .param("size", query.size())
                .param("offset", (long) query.page() * query.size())
                .query(JdbcLedgerReader::read)
                .list();
        return new Page<>(items, query.page(), query.size(), total);
    }

    @Override
    public LedgerVerification verify() {
        return verifier.verify();
    }

    private void requireInRange(LedgerQuery query) {
        if (query.page() < 0 || query.size() < 1 || query.size() > properties.maxPageSize()) {
            throw Refusal.invalid(
                    "page-out-of-range",
                    "Pages count from 0 and hold between 1 and " + properties.maxPageSize() + " entries.");
        }
    }

    private static String where(LedgerQuery query, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        narrow("e.content_id = :contentId", "contentId", query.contentId(), conditions, parameters);
        narrow("e.actor = :actor", "actor", query.actor(), conditions, parameters);
        narrow("e.action = :action", "action", query.action(), conditions, parameters);
        narrow(
                "e.at >= :from",
                "from",
                query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC),
                conditions,
                parameters);
        narrow(
                "e.at < :to",
                "to",
                query.to() == null ? null : query.to().atOffset(ZoneOffset.UTC),
                conditions,
                parameters);
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static void narrow(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static RecordedEntry read(ResultSet row, int number) throws SQLException {
        var entry = Objects.requireNonNull(LedgerRow.read(row));
        return new RecordedEntry(
                entry.id(),
                entry.at(),
                entry.knownDoor(),
                entry.entry(),
                row.getObject("seq", Long.class),
                row.getString("hash"));
    }
}
