package io.imprimatur.publishing.internal;

import io.imprimatur.publishing.PreservedPost;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.Withdrawals.PreservedPicture;
import io.imprimatur.publishing.channel.Picture;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code preserved_post} and {@code preserved_picture}, to which rows are only added. */
@Repository
class PreservedRows {
    private final JdbcClient jdbc;

    PreservedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Kept(String altText, Picture picture) {}

    UUID insert(
            Publication publication,
            PreservedPost.Source source,
            @Nullable String problem,
            String text,
            List<Kept> pictures,
            Instant now) {
        var id = UUID.randomUUID();
        var url = publication.url();
        var publishedAt = publication.publishedAt();
        jdbc.sql(
                        "INSERT INTO preserved_post (id, publication_id, source, problem, address, published_at, taken_at, text)"
                                + " VALUES (:id, :publication, :source, :problem, :address, :publishedAt, :now, :text)")
                .param("id", id)
                .param("publication", publication.id())
                .param("source", source.name())
                .param("problem", problem)
                .param("address", url == null ? null : url.toString())
                .param("publishedAt", publishedAt == null ? null : Timestamp.from(publishedAt))
                .param("now", Timestamp.from(now))
                .param("text", text)
                .update();
        for (int position = 0; position < pictures.size(); position++) {
            insert(id, position, pictures.get(position));
        }
        return id;
    }

    private void insert(UUID postId, int position, Kept kept) {
        jdbc.sql("INSERT INTO preserved_picture (id, post_id, position, alt_text, type, sha256, bytes)"
                        + " VALUES (:id, :post, :position, :altText, :type, :sha256, :bytes)")
                .param("id", UUID.randomUUID())
                .param("post", postId)
                .param("position", position)
                .param("altText", kept.altText())
                .param("type", kept.picture().type())
                .param("sha256", kept.picture().sha256())
                .param("bytes", kept.picture().bytes())
                .update();
    }

    /** Oldest first. */
    List<PreservedPost> ofContent(UUID contentId) {
        return jdbc.sql("SELECT k.*, p.channel FROM preserved_post k JOIN publication p ON p.id = k.publication_id"
                        + " WHERE p.content_id = :content ORDER BY k.taken_at, k.id")
                .param("content", contentId)
                .query(this::post)
                .list();
    }

    Optional<PreservedPicture> picture(UUID contentId, UUID pictureId) {
        return jdbc.sql("SELECT i.type, i.bytes FROM preserved_picture i JOIN preserved_post k ON k.id = i.post_id"
                        + " JOIN publication p ON p.id = k.publication_id"
                        + " WHERE i.id = :picture AND p.content_id = :content")
                .param("picture", pictureId)
                .param("content", contentId)
                .query((row, number) -> new PreservedPicture(row.getString("type"), row.getBytes("bytes")))
                .optional();
    }

    private PreservedPost post(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var address = row.getString("address");
        var publishedAt = row.getTimestamp("published_at");
        return new PreservedPost(
                id,
                row.getObject("publication_id", UUID.class),
                row.getString("channel"),
                PreservedPost.Source.valueOf(row.getString("source")),
                row.getString("problem"),
                address == null ? null : URI.create(address),
                publishedAt == null ? null : publishedAt.toInstant(),
                row.getTimestamp("taken_at").toInstant(),
                row.getString("text"),
                pictures(id));
    }

    private List<PreservedPost.Picture> pictures(UUID postId) {
        return jdbc.sql("SELECT id, alt_text, sha256 FROM preserved_picture WHERE post_id = :post ORDER BY position")
                .param("post", postId)
                .query((row, number) -> new PreservedPost.Picture(
                        row.getObject("id", UUID.class), row.getString("alt_text"), row.getString("sha256")))
                .list();
    }
}
