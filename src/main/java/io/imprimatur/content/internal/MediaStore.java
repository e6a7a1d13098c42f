package io.imprimatur.content.internal;

import io.imprimatur.content.MediaLibrary.Media;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of images: inserted, never changed. */
@Repository
class MediaStore {
    private final JdbcClient jdbc;

    MediaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Media media, byte[] bytes, Instant now) {
        jdbc.sql(
                        """
                insert into media (id, type, width, height, size, sha256, owner, created_at, bytes)
                values (:id, :type, :width, :height, :size, :sha256, :owner, :now, :bytes)""")
                .param("id", media.id())
                .param("type", media.type())
                .param("width", media.width())
                .param("height", media.height())
                .param("size", media.size())
                .param("sha256", media.sha256())
                .param("owner", media.owner())
                .param("now", Timestamp.from(now))
                .param("bytes", bytes)
                .update();
    }

    Optional<Media> find(UUID id) {
        return jdbc.sql("select id, type, width, height, size, sha256, owner from media where id = :id")
                .param("id", id)
                .query((row, number) -> new Media(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getString("owner")))
                .optional();
    }

    Optional<byte[]> bytes(UUID id) {
        return jdbc.sql("select bytes from media where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** Pieces with any revision that shows the image. */
    Set<UUID> piecesWith(UUID id) {
        return jdbc.sql("select distinct content_id from revision_image where media_id = :id")
                .param("id", id)
                .query(UUID.class)
                .set();
    }
}
