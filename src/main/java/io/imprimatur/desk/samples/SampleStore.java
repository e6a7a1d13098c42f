package io.imprimatur.desk.samples;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which sample is which piece and how far its story went. */
@Repository
class SampleStore {
    private final JdbcClient jdbc;

    SampleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param step how many acts of the story are done */
    record Told(String name, UUID contentId, int step) {}

    /** Locks the row until the transaction ends, so that no act happens twice. */
    Optional<Told> lock(String name) {
        return jdbc.sql("select name, content_id, step from sample where name = ? for update")
                .param(name)
                .query(Told.class)
                .optional();
    }

    Map<String, UUID> pieces() {
        return jdbc.sql("select name, content_id, step from sample").query(Told.class).list().stream()
                .collect(Collectors.toMap(Told::name, Told::contentId));
    }

    void begin(String name, UUID contentId) {
        jdbc.sql("insert into sample (name, content_id) values (?, ?)")
                .params(name, contentId)
                .update();
    }

    void advance(String name) {
        jdbc.sql("update sample set step = step + 1 where name = ?").param(name).update();
    }
}
