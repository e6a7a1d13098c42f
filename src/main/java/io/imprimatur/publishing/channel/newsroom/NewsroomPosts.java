package io.imprimatur.publishing.channel.newsroom;

import io.imprimatur.platform.Page;
import io.imprimatur.publishing.channel.Post;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code newsroom_post} and {@code newsroom_image}. */
@Repository
class NewsroomPosts {
    private final JdbcClient jdbc;

    NewsroomPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the post unless it is there; a revision is there at most once. */
    @Transactional
    public void publish(Post post) {
        var id = UUID.randomUUID();
        var inserted = jdbc.sql("INSERT INTO newsroom_post (id, content_id, revision, revision_hash, slug, title, body,"
                        + " link) VALUES (:id, :content, :revision, :hash, :slug, :title, :body, :link)"
                        + " ON CONFLICT ON CONSTRAINT newsroom_post_once DO NOTHING")
                .param("id", id)
                .param("content", post.contentId())
                .param("revision", post.revision())
                .param("hash", post.hash())
                .param("slug", post.key())
                .param("title", post.title())
                .param("body", post.body())
                .param("link", post.link() == null ? null : post.link().toString())
                .update();
        if (inserted == 1) {
            addImages(id, post.images());
        }
    }

    Optional<NewsroomPost> ofRevision(UUID contentId, int revision) {
        return jdbc.sql("SELECT * FROM newsroom_post WHERE content_id = :content AND revision = :revision")
                .param("content", contentId)
                .param("revision", revision)
                .query(NewsroomPosts::post)
                .optional()
                .map(this::withImages);
    }

    Optional<NewsroomPost> bySlug(String slug) {
        return jdbc.sql("SELECT * FROM newsroom_post WHERE slug = :slug")
                .param("slug", slug)
                .query(NewsroomPosts::post)
                .optional()
                .map(this::withImages);
    }

    Optional<NewsroomPost> byId(UUID id) {
        return jdbc.sql("SELECT * FROM newsroom_post WHERE id = :id")
                .param("id", id)
                .query(NewsroomPosts::post)
                .optional()
                .map(this::withImages);
    }

    /** Newest first. */
    Page<NewsroomPost> newest(int page, int size) {
        var total =
                jdbc.sql("SELECT count(*) FROM newsroom_post").query(Long.class).single();
        var items = jdbc
                .sql("SELECT * FROM newsroom_post ORDER BY published_at DESC, id DESC LIMIT :size OFFSET :from")
                .param("size", size)
                .param("from", (long) page * size)
                .query(NewsroomPosts::post)
                .list()
                .stream()
                .map(this::withImages)
                .toList();
        return new Page<>(items, page, size, total);
    }

    /** The image, if some post in the newsroom shows it. */
    Optional<NewsroomPost.Image> publishedImage(UUID mediaId) {
        return jdbc.sql("SELECT * FROM newsroom_image WHERE media_id = :media LIMIT 1")
                .param("media", mediaId)
                .query((row, number) -> image(row))
                .optional();
    }

    /** A removed post's address answers 404, and its images are served no more. */
    void remove(UUID id) {
        jdbc.sql("DELETE FROM newsroom_post WHERE id = :id").param("id", id).update();
    }

    private void addImages(UUID postId, List<Post.Image> images) {
        for (int position = 0; position < images.size(); position++) {
            var image = images.get(position);
            jdbc.sql("INSERT INTO newsroom_image (post_id, position, media_id, type, width, height, sha256, alt_text)"
                            + " VALUES (:post, :position, :media, :type, :width, :height, :sha256, :altText)")
                    .param("post", postId)
                    .param("position", position)
                    .param("media", image.mediaId())
                    .param("type", image.type())
                    .param("width", image.width())
                    .param("height", image.height())
                    .param("sha256", image.sha256())
                    .param("altText", image.altText())
                    .update();
        }
    }

    private NewsroomPost withImages(NewsroomPost post) {
        return post.with(jdbc.sql("SELECT * FROM newsroom_image WHERE post_id = :post ORDER BY position")
                .param("post", post.id())
                .query((row, number) -> image(row))
                .list());
    }

    private static NewsroomPost post(ResultSet row, int number) throws SQLException {
        return new NewsroomPost(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("title"),
                row.getString("body"),
                row.getString("link"),
                row.getTimestamp("published_at").toInstant(),
                List.of());
    }

    private static NewsroomPost.Image image(ResultSet row) throws SQLException {
        return new NewsroomPost.Image(
                row.getObject("media_id", UUID.class),
                row.getString("type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("sha256"),
                row.getString("alt_text"));
    }
}
