package io.imprimatur.publishing.sandbox;

import java.util.List;
import java.util.function.Function;

/** All platforms of the sandbox. */
public final class SandboxPlatforms {
    private SandboxPlatforms() {}

    /** @param shelves makes the shelf of that name */
    public static List<SandboxPlatform> all(Function<String, Shelf> shelves) {
        return List.of(new SandboxWordPress(shelves.apply("wordpress-posts"), shelves.apply("wordpress-media")));
    }
}
