package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twitter.twittertext.TwitterTextParser;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The part of the X API v2 that the channel uses, by its published description and the answers that its users report:
 * weighted length, t.co, refused duplicates, problem details.
 */
public final class SandboxX implements SandboxPlatform {
    private static final String USER = "1500000000000000001";
    private static final String NAME = "clinic";
    private static final String TWEETS = "/2/tweets";
    private static final String LISTING = "/2/users/" + USER + "/tweets";

    /** X counts its ids up from where its clock stands; they have nineteen digits. */
    private static final long FIRST_ID = 1_900_000_000_000_000_000L;

    private static final int RESET_SECONDS = 120;

    private final ObjectMapper json = new ObjectMapper();
    private final SandboxXLogin login = new SandboxXLogin();
    private final Shelf posts;
    private final SandboxXMedia media;
    private final SandboxXViews views;
    private final Clock clock = Clock.systemUTC();
    private boolean late;

    public SandboxX(Shelf posts, Shelf media) {
        this.posts = posts;
        this.media = new SandboxXMedia(media);
        this.views = new SandboxXViews(this.media, NAME);
    }

    @Override
    public String key() {
        return "x";
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return Map.of(
                "client-id",
                SandboxXLogin.CLIENT,
                "client-secret",
                SandboxXLogin.SECRET,
                "api",
                baseUrl,
                "authorize-page",
                baseUrl + "/i/oauth2/authorize",
                "access-token",
                SandboxXLogin.ACCESS + "0");
    }

    @Override
    public boolean writes(SandboxRequest request) {
        return request.method().equals("DELETE")
                || request.line().equals("POST " + TWEETS)
                || (request.path().startsWith("/2/media/") && request.method().equals("POST"));
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (login.concerns(request.path())) {
            return login.answer(request);
        }
        if (request.path().startsWith(SandboxXMedia.FILES)) {
            return media.file(request.path());
        }
        if (!login.knows(request.header("Authorization"))) {
            return expired();
        }
        if (request.path().startsWith("/2/media/")) {
            return media.answer(request);
        }
        return switch (request.line()) {
            case "GET /2/users/me" ->
                SandboxAnswer.json(200, Map.of("data", Map.of("id", USER, "name", "Clinic", "username", NAME)));
            case "POST " + TWEETS -> create(request);
            case "GET " + LISTING -> views.list(request, late ? List.of() : posts.all());
            default -> one(request);
        };
    }

    @Override
    public List<SandboxPost> posts() {
        return posts.all().stream()
                .map(post -> new SandboxPost(
                        post.path("id").asText(), "", post.path("raw").asText(), media.altTexts(post)))
                .toList();
    }

    @Override
    public void vandalise(String id) {
        posts.get(id)
                .ifPresent(post -> posts.put(
                        id, post.put("raw", "Changed. " + post.path("raw").asText())));
    }

    @Override
    public void remove(String id) {
        posts.remove(id);
    }

    /** Whether listings do not show posts yet, as X's do for some time. */
    public void listLate(boolean listsLate) {
        late = listsLate;
    }

    /** How many looks at an image's processing find it unfinished; 0 when it needs none. */
    public void processImages(int looks) {
        media.process(looks);
    }

    @Override
    public SandboxAnswer throttled() {
        return problem(429, "Too Many Requests", "Too Many Requests")
                .with("x-rate-limit-limit", "100")
                .with("x-rate-limit-remaining", "0")
                .with("x-rate-limit-reset", String.valueOf(clock.instant().getEpochSecond() + RESET_SECONDS));
    }

    @Override
    public SandboxAnswer expired() {
        return problem(401, "Unauthorized", "Unauthorized");
    }

    @Override
    public SandboxAnswer duplicate() {
        return problem(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.");
    }

    private SandboxAnswer create(SandboxRequest request) {
        var given = request.json();
        var text = given.path("text").asText();
        var count = TwitterTextParser.parseTweet(text);
        if (text.isBlank()) {
            return SandboxXProblem.invalid("text", text, "Requires either text or media.");
        }
        if (!count.isValid) {
            return problem(403, "Forbidden", "You are not permitted to perform this action.");
        }
        if (posts.all().stream().anyMatch(post -> post.path("raw").asText().equals(text))) {
            return duplicate();
        }
        var images = new ArrayList<String>();
        given.path("media").path("media_ids").forEach(id -> images.add(id.asText()));
        if (images.size() > 4 || !images.stream().allMatch(media::isReady)) {
            return SandboxXProblem.invalid("media.media_ids", images.toString(), "Your media IDs are invalid.");
        }
        var id = String.valueOf(FIRST_ID + posts.nextId());
        var post = json.createObjectNode().put("id", id).put("raw", text);
        post.put("created_at", clock.instant().toString());
        post.set("images", json.valueToTree(images));
        posts.put(id, post);
        return SandboxAnswer.json(
                201,
                Map.of(
                        "data",
                        Map.of(
                                "id", id,
                                "text", views.shown(post).path("text").asText(),
                                "edit_history_post_ids", List.of(id))));
    }

    private SandboxAnswer one(SandboxRequest request) {
        var id = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (!request.path().equals(TWEETS + "/" + id)) {
            return problem(404, "Not Found", "Not Found");
        }
        if (request.method().equals("DELETE")) {
            return SandboxAnswer.json(200, Map.of("data", Map.of("deleted", posts.remove(id))));
        }
        return posts.get(id)
                .map(post -> SandboxAnswer.json(200, views.one(request.baseUrl(), post)))
                .orElseGet(() -> SandboxAnswer.json(200, Map.of("errors", List.of(SandboxXProblem.missing(id)))));
    }

    private static SandboxAnswer problem(int status, String title, String detail) {
        return SandboxXProblem.of(status, title, detail);
    }
}
