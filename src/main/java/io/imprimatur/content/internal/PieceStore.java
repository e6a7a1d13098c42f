package io.imprimatur.content.internal;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Piece;
import io.imprimatur.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of pieces. */
@Repository
class PieceStore {
    private static final String WROTE =
            "exists (select from revision r where r.content_id = content.id and r.author = :author)";

    private final JdbcClient jdbc;

    PieceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Piece piece) {
        jdbc.sql(
                        """
                insert into content (id, kind, state, author, revision, created_at, changed_at)
                values (:id, :kind, :state, :author, :revision, :createdAt, :changedAt)""")
                .param("id", piece.id())
                .param("kind", piece.kind().name())
                .param("state", piece.state().name())
                .param("author", piece.author())
                .param("revision", piece.revision())
                .param("createdAt", Timestamp.from(piece.createdAt()))
                .param("changedAt", Timestamp.from(piece.changedAt()))
                .update();
    }

    Optional<Piece> find(UUID id) {
        return jdbc.sql("select * from content where id = :id")
                .param("id", id)
                .query(PieceStore::piece)
                .optional();
    }

    /** Whoever changes a piece holds its row until the transaction ends, so that changes follow one another. */
    Optional<Piece> lock(UUID id) {
        return jdbc.sql("select * from content where id = :id for update")
                .param("id", id)
                .query(PieceStore::piece)
                .optional();
    }

    void moveOn(UUID id, int revision, ContentKind kind, Instant now) {
        jdbc.sql("update content set revision = :revision, kind = :kind, changed_at = :now where id = :id")
                .param("id", id)
                .param("revision", revision)
                .param("kind", kind.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    int enter(UUID id, ContentState state, Instant now) {
        return jdbc.sql(
                        "update content set state = case state when 'REJECTED' then state else :state end, changed_at = :now where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    Page<Piece> all(Set<ContentState> states, int page, int size) {
        return page("true", "", Set.of(), states, page, size);
    }

    Page<Piece> ofAuthor(String author, Set<ContentState> states, int page, int size) {
        return page(WROTE, author, Set.of(), states, page, size);
    }

    Page<Piece> among(Set<UUID> ids, Set<ContentState> states, int page, int size) {
        return page("id = any(cast(:ids as uuid[]))", "", ids, states, page, size);
    }

    Page<Piece> ofAuthorOrAmong(String author, Set<UUID> ids, Set<ContentState> states, int page, int size) {
        return page("(" + WROTE + " or id = any(cast(:ids as uuid[])))", author, ids, states, page, size);
    }

    private Page<Piece> page(
            String condition, String author, Set<UUID> ids, Set<ContentState> states, int page, int size) {
        var where = " from content where " + condition + (states.isEmpty() ? "" : " and state = any(:states)");
        var items = filtered(
                        "select *" + where + " order by changed_at desc, id limit :size offset :offset",
                        author,
                        ids,
                        states)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(PieceStore::piece)
                .list();
        var total = filtered("select count(*)" + where, author, ids, states)
                .query(Long.class)
                .single();
        return new Page<>(items, page, size, total);
    }

    private JdbcClient.StatementSpec filtered(String sql, String author, Set<UUID> ids, Set<ContentState> states) {
        return jdbc.sql(sql).param("author", author).param("ids", names(ids)).param("states", names(states));
    }

    private static String[] names(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static Piece piece(ResultSet row, int number) throws SQLException {
        return new Piece(
                row.getObject("id", UUID.class),
                ContentKind.valueOf(row.getString("kind")),
                ContentState.valueOf(row.getString("state")),
                row.getString("author"),
                row.getInt("revision"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
