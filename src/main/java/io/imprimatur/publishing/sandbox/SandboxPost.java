package io.imprimatur.publishing.sandbox;

import java.util.List;

/**
 * A post that readers of a sandbox platform see.
 *
 * @param title empty where the platform has none
 * @param text plain, or HTML where that is what the platform stores
 */
public record SandboxPost(String id, String title, String text, List<String> altTexts) {
    public SandboxPost {
        altTexts = List.copyOf(altTexts);
    }
}
