package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What LinkedIn asks of a request. */
final class SandboxLinkedInRules {
    /** Versions live for a year. */
    private static final int OLDEST_VERSION = 202_511;

    private static final int LONGEST = 3_000;
    private static final int MOST_IMAGES = 20;

    private SandboxLinkedInRules() {}

    static @Nullable SandboxAnswer refusedHeaders(SandboxRequest request) {
        var version = request.header("LinkedIn-Version");
        if (!version.matches("20\\d{4}")) {
            return SandboxLinkedInErrors.error(
                    400,
                    "VERSION_MISSING",
                    "A version must be present. Please specify a version by adding the header.");
        }
        if (Integer.parseInt(version) < OLDEST_VERSION) {
            return SandboxLinkedInErrors.error(
                    426, "NONEXISTENT_VERSION", "Requested version " + version + "01 is not active");
        }
        return request.header("X-Restli-Protocol-Version").equals("2.0.0")
                ? null
                : SandboxLinkedInErrors.error(400, "ILLEGAL_ARGUMENT", "Syntax exception in path variables");
    }

    static @Nullable SandboxAnswer refusedPost(JsonNode post, String author, SandboxLinkedInImages images) {
        for (var field : List.of("author", "commentary", "visibility", "distribution", "lifecycleState")) {
            if (!post.has(field)) {
                return SandboxLinkedInErrors.error(
                        400, "MISSING_FIELD", "ERROR :: /" + field + " :: field is required");
            }
        }
        if (!post.path("author").asText().equals(author)) {
            return SandboxLinkedInErrors.forbidden("partnerApiPostsExternal.CREATE");
        }
        if (!post.path("distribution").path("feedDistribution").asText().equals("MAIN_FEED")
                || !post.path("visibility").asText().equals("PUBLIC")
                || !post.path("lifecycleState").asText().equals("PUBLISHED")) {
            return SandboxLinkedInErrors.error(400, "INVALID_VALUE", "This sandbox takes public posts only");
        }
        var length = post.path("commentary").asText().length();
        if (length > LONGEST) {
            return SandboxLinkedInErrors.error(
                    400,
                    "FIELD_ARRAY_SIZE_TOO_HIGH",
                    "ShareCommentary text length (" + length
                            + " characters) exceeded the maximum allowed (3000 characters)");
        }
        return refusedContent(post.path("content"), images);
    }

    /** One kind of content at most; one image is media, several are a multiImage. */
    private static @Nullable SandboxAnswer refusedContent(JsonNode content, SandboxLinkedInImages images) {
        if (content.size() > 1) {
            return SandboxLinkedInErrors.error(400, "INVALID_UNION", "ERROR :: /content :: more than one member");
        }
        if (content.has("article")) {
            var article = content.path("article");
            return article.path("title").asText().isEmpty()
                            || article.path("source").asText().isEmpty()
                    ? SandboxLinkedInErrors.error(400, "MISSING_FIELD", "ERROR :: /content/article :: title and source")
                    : null;
        }
        if (content.has("media")) {
            return images.isUploaded(content.path("media").path("id")) ? null : notUploaded();
        }
        if (content.has("multiImage")) {
            var all = content.path("multiImage").path("images");
            if (all.size() < 2 || all.size() > MOST_IMAGES) {
                return SandboxLinkedInErrors.error(400, "FIELD_ARRAY_SIZE", "multiImage takes 2 to 20 images");
            }
            for (var image : all) {
                if (!images.isUploaded(image.path("id"))) {
                    return notUploaded();
                }
            }
        }
        return null;
    }

    private static SandboxAnswer notUploaded() {
        return SandboxLinkedInErrors.error(400, "INVALID_MEDIA", "The image is not uploaded");
    }
}
