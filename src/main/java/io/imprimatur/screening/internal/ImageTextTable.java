package io.imprimatur.screening.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code image_text}: what was read in a revision's images. It is content, and goes when the screening's result goes. */
@Component
class ImageTextTable {
    private final JdbcClient jdbc;

    ImageTextTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID contentId, int revision, Map<Integer, String> texts) {
        texts.forEach((image, text) -> jdbc.sql(
                        "insert into image_text (content_id, revision, image, text) values (?, ?, ?, ?)")
                // U+0000, which a code may hold, is no character of a PostgreSQL text
                .params(contentId, revision, image, text.replace('\0', ' '))
                .update());
    }

    Map<Integer, String> find(UUID contentId, int revision) {
        var texts = new TreeMap<Integer, String>();
        jdbc.sql("select image, text from image_text where content_id = ? and revision = ?")
                .params(contentId, revision)
                .query(row -> {
                    texts.put(row.getInt(1), row.getString(2));
                });
        return texts;
    }
}
