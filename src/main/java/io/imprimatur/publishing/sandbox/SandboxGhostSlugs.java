package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** Slugs of the sandbox's Ghost: each is given once, and posts are found by them. */
final class SandboxGhostSlugs {
    private static final Pattern SLUGS = Pattern.compile("slug:\\[([^]]*)]\\+status:\\[([a-z,]*)]");

    private final Shelf posts;

    SandboxGhostSlugs(Shelf posts) {
        this.posts = posts;
    }

    /** All when the filter is none of the channel's; newest first, as Ghost lists them. */
    List<ObjectNode> find(SandboxRequest request) {
        var filter = SLUGS.matcher(request.parameter("filter"));
        if (!filter.matches()) {
            return posts.all();
        }
        var slugs = List.of(filter.group(1).replace("'", "").split(","));
        var statuses = List.of(filter.group(2).split(","));
        return posts.all().stream()
                .filter(post -> slugs.contains(post.path("slug").asText()))
                .filter(post -> statuses.contains(post.path("status").asText()))
                .sorted((one, other) ->
                        other.path("id").asText().compareTo(one.path("id").asText()))
                .toList();
    }

    /** The slug, or with {@code -2}, {@code -3} … when it is taken. */
    String free(String wanted) {
        var free = wanted;
        for (int n = 2; isTaken(free); n++) {
            free = wanted + "-" + n;
        }
        return free;
    }

    private boolean isTaken(String slug) {
        return posts.all().stream().anyMatch(post -> post.path("slug").asText().equals(slug));
    }
}
