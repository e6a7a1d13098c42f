package io.imprimatur.content.internal;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Revision;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of revisions and their images: inserted, never changed. */
@Repository
class RevisionStore {
    private final JdbcClient jdbc;

    RevisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Revision revision) {
        var link = revision.link();
        var publishAt = revision.publishAt();
        var timeZone = revision.timeZone();
        jdbc.sql(
                        """
                insert into revision
                    (content_id, number, kind, title, body, link, channels, publish_at, time_zone, author, created_at, hash)
                values
                    (:contentId, :number, :kind, :title, :body, :link, :channels, :publishAt, :timeZone, :author, :createdAt, :hash)""")
                .param("contentId", revision.contentId())
                .param("number", revision.number())
                .param("kind", revision.kind().name())
                .param("title", revision.title())
                .param("body", revision.body())
                .param("link", link == null ? null : link.toString())
                .param("channels", revision.channels().toArray(String[]::new))
                .param("publishAt", publishAt == null ? null : Timestamp.from(publishAt))
                .param("timeZone", timeZone == null ? null : timeZone.getId())
                .param("author", revision.author())
                .param("createdAt", Timestamp.from(revision.createdAt()))
                .param("hash", revision.hash())
                .update();
        for (int position = 0; position < revision.images().size(); position++) {
            insertImage(revision, position, revision.images().get(position));
        }
        revision.texts().forEach((channel, text) -> insertText(revision, channel, text));
    }

    private void insertText(Revision revision, String channel, String text) {
        jdbc.sql(
                        """
                insert into revision_text (content_id, revision, channel, text)
                values (:contentId, :revision, :channel, :text)""")
                .param("contentId", revision.contentId())
                .param("revision", revision.number())
                .param("channel", channel)
                .param("text", text)
                .update();
    }

    private void insertImage(Revision revision, int position, Revision.Image image) {
        jdbc.sql(
                        """
                insert into revision_image (content_id, revision, position, media_id, sha256, alt_text)
                values (:contentId, :revision, :position, :mediaId, :sha256, :altText)""")
                .param("contentId", revision.contentId())
                .param("revision", revision.number())
                .param("position", position)
                .param("mediaId", image.mediaId())
                .param("sha256", image.sha256())
                .param("altText", image.altText())
                .update();
    }

    Optional<Revision> find(UUID contentId, int number) {
        return all(contentId).stream()
                .filter(revision -> revision.number() == number)
                .findFirst();
    }

    /** Oldest first. */
    List<Revision> all(UUID contentId) {
        var images = images(contentId);
        var texts = texts(contentId);
        return jdbc.sql("select * from revision where content_id = :contentId order by number")
                .param("contentId", contentId)
                .query((row, index) -> revision(row, images, texts))
                .list();
    }

    Set<String> authors(UUID contentId) {
        return jdbc.sql("select distinct author from revision where content_id = :contentId")
                .param("contentId", contentId)
                .query(String.class)
                .set();
    }

    /** Titles of the current revisions by piece. */
    Map<UUID, String> currentTitles(Set<UUID> contentIds) {
        var titles = new HashMap<UUID, String>();
        jdbc.sql(
                        """
                select r.content_id, r.title from content c join revision r on r.content_id = c.id and r.number = c.revision
                where c.id = any(cast(:ids as uuid[]))""")
                .param("ids", contentIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    titles.put(row.getObject("content_id", UUID.class), row.getString("title"));
                });
        return titles;
    }

    private Map<Integer, List<Revision.Image>> images(UUID contentId) {
        var images = new HashMap<Integer, List<Revision.Image>>();
        jdbc.sql("select * from revision_image where content_id = :contentId order by revision, position")
                .param("contentId", contentId)
                .query(row -> {
                    images.computeIfAbsent(row.getInt("revision"), number -> new ArrayList<>())
                            .add(new Revision.Image(
                                    row.getObject("media_id", UUID.class),
                                    row.getString("sha256"),
                                    row.getString("alt_text")));
                });
        return images;
    }

    /** By revision and channel. */
    private Map<Integer, Map<String, String>> texts(UUID contentId) {
        var texts = new HashMap<Integer, Map<String, String>>();
        jdbc.sql("select * from revision_text where content_id = :contentId")
                .param("contentId", contentId)
                .query(row -> {
                    texts.computeIfAbsent(row.getInt("revision"), number -> new HashMap<>())
                            .put(row.getString("channel"), row.getString("text"));
                });
        return texts;
    }

    private static Revision revision(
            ResultSet row, Map<Integer, List<Revision.Image>> images, Map<Integer, Map<String, String>> texts)
            throws SQLException {
        var timeZone = row.getString("time_zone");
        var link = row.getString("link");
        var publishAt = row.getTimestamp("publish_at");
        var number = row.getInt("number");
        return new Revision(
                row.getObject("content_id", UUID.class),
                number,
                ContentKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("body"),
                link == null ? null : URI.create(link),
                images.getOrDefault(number, List.of()),
                List.of((String[]) row.getArray("channels").getArray()),
                texts.getOrDefault(number, Map.of()),
                publishAt == null ? null : publishAt.toInstant(),
                timeZone == null ? null : ZoneId.of(timeZone),
                row.getString("author"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("hash"));
    }
}
