package io.imprimatur.screening.internal.directory;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code directory_entry} and {@code directory_state}. */
@Component
class DirectoryTable {
    private static final String BY_KIND = " order by kind, from_day, lower(value), id";
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DirectoryTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param sameAs equal for entries that name the same */
    record Row(UUID id, DirectoryEntry entry, String sameAs) {}

    int version() {
        return jdbc.sql("select version from directory_state")
                .query(Integer.class)
                .single();
    }

    /** The same, and nobody else can change anything until the end of this transaction. */
    int lockedVersion() {
        return jdbc.sql("select version from directory_state for update")
                .query(Integer.class)
                .single();
    }

    void moveOn() {
        jdbc.sql("update directory_state set version = version + 1").update();
    }

    List<Row> rows() {
        return jdbc.sql("select * from directory_entry" + BY_KIND)
                .query(DirectoryTable::row)
                .list();
    }

    Optional<Row> row(UUID id) {
        return jdbc.sql("select * from directory_entry where id = ?")
                .param(id)
                .query(DirectoryTable::row)
                .optional();
    }

    /** @param words part of a value or place, in any case */
    List<Row> find(@Nullable EntryKind kind, String words, int page, int size) {
        return filtered("select *", BY_KIND + " limit :size offset :offset", kind, words)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(DirectoryTable::row)
                .list();
    }

    long count(@Nullable EntryKind kind, String words) {
        return filtered("select count(*)", "", kind, words).query(Long.class).single();
    }

    private JdbcClient.StatementSpec filtered(String what, String order, @Nullable EntryKind kind, String words) {
        return jdbc.sql(what
                        + " from directory_entry where (cast(:kind as text) is null or kind = :kind)"
                        + " and strpos(lower(value || ' ' || coalesce(place, '')), lower(:words)) > 0"
                        + order)
                .param("kind", kind == null ? null : kind.name())
                .param("words", words);
    }

    void insert(Collection<Row> rows) {
        batches.batchUpdate(
                "insert into directory_entry (id, kind, value, from_day, until_day, place, same_as)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows,
                BATCH,
                (statement, row) -> {
                    statement.setObject(1, row.id());
                    statement.setString(2, row.entry().kind().name());
                    statement.setString(3, row.entry().value());
                    statement.setDate(4, sql(row.entry().from()));
                    statement.setDate(5, sql(row.entry().until()));
                    statement.setString(6, row.entry().place());
                    statement.setString(7, row.sameAs());
                });
    }

    void delete(Collection<Row> rows) {
        batches.batchUpdate(
                "delete from directory_entry where id = ?",
                rows,
                BATCH,
                (statement, row) -> statement.setObject(1, row.id()));
    }

    private static @Nullable Date sql(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new DirectoryEntry(
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("value"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        row.getString("place")),
                row.getString("same_as"));
    }
}
