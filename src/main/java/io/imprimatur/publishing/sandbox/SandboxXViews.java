package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Posts as X's API gives them: alone, or as a page of a listing, with their images beside them. */
final class SandboxXViews {
    private static final int FEWEST = 5;
    private static final int MOST = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final SandboxXMedia media;
    private final String user;

    SandboxXViews(SandboxXMedia media, String user) {
        this.media = media;
        this.user = user;
    }

    /** With t.co addresses, the images' own address at the end, and three HTML references. */
    ObjectNode shown(ObjectNode post) {
        return SandboxXText.shown(post, user, media.keys(post));
    }

    ObjectNode one(String baseUrl, ObjectNode post) {
        return answer(shown(post), media.included(baseUrl, List.of(post)));
    }

    /** @param posts oldest first */
    SandboxAnswer list(SandboxRequest request, List<ObjectNode> posts) {
        var most = Integer.parseInt(request.query().getOrDefault("max_results", "10"));
        if (most < FEWEST || most > MOST) {
            return SandboxXProblem.invalid("max_results", "" + most, "The `max_results` query parameter is not valid.");
        }
        var all = new ArrayList<>(posts);
        Collections.reverse(all);
        var since = request.parameter("start_time");
        all.removeIf(post -> Instant.parse(post.path("created_at").asText())
                .isBefore(since.isEmpty() ? Instant.EPOCH : Instant.parse(since)));
        var from = Integer.parseInt(request.query().getOrDefault("pagination_token", "0"));
        var page = all.subList(Math.min(from, all.size()), Math.min(from + most, all.size()));
        var answer = answer(page.stream().map(this::shown).toList(), media.included(request.baseUrl(), page));
        if (page.isEmpty()) {
            answer.remove("data");
        }
        var meta = answer.putObject("meta").put("result_count", page.size());
        if (from + most < all.size()) {
            meta.put("next_token", String.valueOf(from + most));
        }
        return SandboxAnswer.json(200, answer);
    }

    private ObjectNode answer(Object data, List<JsonNode> included) {
        var answer = json.createObjectNode();
        answer.set("data", json.valueToTree(data));
        if (!included.isEmpty()) {
            answer.putObject("includes").set("media", json.valueToTree(included));
        }
        return answer;
    }
}
