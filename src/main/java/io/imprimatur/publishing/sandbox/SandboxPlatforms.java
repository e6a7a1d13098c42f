package io.imprimatur.publishing.sandbox;

import java.util.List;
import java.util.function.Function;

/** All platforms of the sandbox. */
public final class SandboxPlatforms {
    private SandboxPlatforms() {}

    /** @param shelves makes the shelf of that name */
    public static List<SandboxPlatform> all(Function<String, Shelf> shelves) {
        return List.of(
                new SandboxWordPress(shelves.apply("wordpress-posts"), shelves.apply("wordpress-media")),
                new SandboxGhost(shelves.apply("ghost-posts"), shelves.apply("ghost-images")),
                new SandboxFacebook(shelves.apply("facebook-posts"), shelves.apply("facebook-photos")),
                new SandboxLinkedIn(shelves.apply("linkedin-posts"), shelves.apply("linkedin-images")),
                new SandboxBluesky(shelves.apply("bluesky-posts"), shelves.apply("bluesky-blobs")),
                new SandboxMastodon(shelves.apply("mastodon-statuses"), shelves.apply("mastodon-media")),
                new SandboxX(shelves.apply("x-posts"), shelves.apply("x-media")),
                new SandboxPortal(shelves.apply("portal")));
    }
}
