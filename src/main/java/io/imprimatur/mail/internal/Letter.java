package io.imprimatur.mail.internal;

import io.imprimatur.content.Revision;
import io.imprimatur.identity.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person reads.
 *
 * @param post the text to review; null unless its reader reviews it and screening found nothing in it
 * @param action the one thing to do
 * @param links where the piece is live
 */
record Letter(
        Person reader,
        String subject,
        List<String> paragraphs,
        @Nullable Revision post,
        Link action,
        List<Link> links) {
    Letter {
        paragraphs = List.copyOf(paragraphs);
        links = List.copyOf(links);
    }

    /** @param url absolute */
    record Link(String label, String url) {}
}
