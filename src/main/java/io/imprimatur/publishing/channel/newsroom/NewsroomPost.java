package io.imprimatur.publishing.channel.newsroom;

import io.imprimatur.publishing.channel.Post;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A post as the newsroom shows it. */
record NewsroomPost(
        UUID id,
        String slug,
        String title,
        String body,
        @Nullable String link,
        Instant publishedAt,
        List<Image> images) {
    private static final int SUMMARY = 240;

    NewsroomPost {
        images = List.copyOf(images);
    }

    record Image(UUID mediaId, String type, int width, int height, String sha256, String altText) {}

    NewsroomPost with(List<Image> pictures) {
        return new NewsroomPost(id, slug, title, body, link, publishedAt, pictures);
    }

    /** Each paragraph as its lines. */
    public List<List<String>> paragraphs() {
        return Post.paragraphs(body).stream()
                .map(paragraph -> List.of(paragraph.split("\n")))
                .toList();
    }

    /** The beginning of the text, cut between words. */
    public String summary() {
        var text = body.strip().replaceAll("\\s+", " ");
        if (text.length() <= SUMMARY) {
            return text;
        }
        var end = text.lastIndexOf(' ', SUMMARY);
        var cut = end > SUMMARY / 2 ? end : SUMMARY;
        if (Character.isHighSurrogate(text.charAt(cut - 1))) {
            cut--;
        }
        return text.substring(0, cut) + "…";
    }
}
