package io.imprimatur.publishing.feed;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which posts are live on an account of a patient portal; nothing of any other platform. */
@Repository
class PortalPosts {
    private static final String LIVE = " FROM publication p JOIN account a ON a.key = p.channel"
            + " WHERE a.platform = 'portal' AND p.channel = :channel"
            + " AND p.state IN ('PUBLISHED', 'VERIFIED', 'UNVERIFIED') AND p.withdrawal_id IS NULL";

    private final JdbcClient jdbc;

    PortalPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Live(UUID id, UUID contentId, int revision, Instant publishedAt) {}

    /** The account's name; empty when it is no portal. */
    Optional<String> nameOf(String channel) {
        return jdbc.sql("SELECT display_name FROM account WHERE key = :channel AND platform = 'portal'")
                .param("channel", channel)
                .query(String.class)
                .optional();
    }

    List<Live> newest(String channel, int size) {
        return jdbc.sql("SELECT p.id, p.content_id, p.revision, p.published_at" + LIVE
                        + " ORDER BY p.published_at DESC, p.id DESC LIMIT :size")
                .param("channel", channel)
                .param("size", size)
                .query((row, number) -> {
                    Timestamp publishedAt = row.getTimestamp("published_at");
                    return new Live(
                            row.getObject("id", UUID.class),
                            row.getObject("content_id", UUID.class),
                            row.getInt("revision"),
                            publishedAt.toInstant());
                })
                .list();
    }

    /** Whether some live post there shows the image. */
    boolean shows(String channel, UUID mediaId) {
        return jdbc.sql(
                                "SELECT count(*)" + LIVE + " AND EXISTS (SELECT 1 FROM revision_image i"
                                        + " WHERE i.content_id = p.content_id AND i.revision = p.revision AND i.media_id = :media)")
                        .param("channel", channel)
                        .param("media", mediaId)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
