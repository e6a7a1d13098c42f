package io.imprimatur.content.internal.image;

import io.imprimatur.platform.Refusal;

/** What is said of every container that does not keep to its format. */
final class BrokenImage {
    private BrokenImage() {}

    static Refusal refusal() {
        return Refusal.invalid(
                "image-broken", "The image is damaged or incomplete. Please export it again and upload that.");
    }
}
