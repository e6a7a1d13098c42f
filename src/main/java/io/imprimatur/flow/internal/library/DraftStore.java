package io.imprimatur.flow.internal.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code flow_draft}. */
@Repository
class DraftStore {
    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Draft draft) {
        jdbc.sql(
                        """
                        insert into flow_draft (id, kind, model_key, name, base, xml, version, saved_at, saved_by)
                        values (:id, :kind, :key, :name, :base, :xml, :version, :savedAt, :savedBy)
                        """)
                .param("id", draft.id())
                .param("kind", draft.kind().name())
                .param("key", draft.key())
                .param("name", draft.name())
                .param("base", draft.base())
                .param("xml", draft.xml())
                .param("version", draft.version())
                .param("savedAt", draft.savedAt().atOffset(ZoneOffset.UTC))
                .param("savedBy", draft.savedBy())
                .update();
    }

    /** Whether it was still as its version before; nothing is written otherwise. */
    boolean update(Draft draft) {
        return jdbc.sql(
                                """
                        update flow_draft set model_key = :key, name = :name, xml = :xml, version = :version,
                            saved_at = :savedAt, saved_by = :savedBy
                        where id = :id and version = :version - 1
                        """)
                        .param("id", draft.id())
                        .param("key", draft.key())
                        .param("name", draft.name())
                        .param("xml", draft.xml())
                        .param("version", draft.version())
                        .param("savedAt", draft.savedAt().atOffset(ZoneOffset.UTC))
                        .param("savedBy", draft.savedBy())
                        .update()
                == 1;
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from flow_draft where id = :id").param("id", id).update() == 1;
    }

    Optional<Draft> find(UUID id) {
        return jdbc.sql("select * from flow_draft where id = :id")
                .param("id", id)
                .query(DraftStore::read)
                .optional();
    }

    List<Draft> all() {
        return jdbc.sql("select * from flow_draft order by saved_at desc")
                .query(DraftStore::read)
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from flow_draft").query(Integer.class).single();
    }

    private static Draft read(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                ModelKind.valueOf(row.getString("kind")),
                row.getString("model_key"),
                row.getString("name"),
                row.getString("base"),
                row.getString("xml"),
                row.getInt("version"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by"));
    }
}
