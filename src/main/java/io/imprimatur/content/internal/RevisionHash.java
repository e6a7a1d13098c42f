package io.imprimatur.content.internal;

import io.imprimatur.content.Draft;
import io.imprimatur.content.Revision;
import io.imprimatur.platform.CanonicalJson;
import io.imprimatur.platform.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an approval approves: SHA-256 over the RFC 8785 form of the piece's id, the revision's number and all that leaves
 * the house.
 */
final class RevisionHash {
    private RevisionHash() {}

    static String of(UUID contentId, int number, Draft draft, List<Revision.Image> images) {
        var leaving = new LinkedHashMap<String, Object>();
        leaving.put("contentId", contentId.toString());
        leaving.put("revision", number);
        leaving.put("kind", draft.kind().name());
        leaving.put("title", draft.title());
        leaving.put("body", draft.body());
        leaving.put("images", pictures(images));
        leaving.put("channels", draft.channels());
        var link = draft.link();
        if (link != null) {
            leaving.put("link", link.toString());
        }
        var publishAt = draft.publishAt();
        if (publishAt != null) {
            leaving.put("publishAt", publishAt.toString());
        }
        if (!draft.texts().isEmpty()) {
            leaving.put("texts", draft.texts());
        }
        var timeZone = draft.timeZone();
        if (timeZone != null) {
            leaving.put("timeZone", timeZone.getId());
        }
        return Sha256.hex(CanonicalJson.bytes(leaving));
    }

    /** The hash that the revision must have, from what it holds now. */
    static String of(Revision stored) {
        var draft = new Draft(
                stored.kind(),
                stored.title(),
                stored.body(),
                stored.link(),
                List.of(),
                stored.channels(),
                stored.publishAt(),
                stored.texts(),
                stored.timeZone());
        return of(stored.contentId(), stored.number(), draft, stored.images());
    }

    private static List<Map<String, String>> pictures(List<Revision.Image> images) {
        var pictures = new ArrayList<Map<String, String>>();
        for (var image : images) {
            pictures.add(Map.of("sha256", image.sha256(), "altText", image.altText()));
        }
        return pictures;
    }
}
