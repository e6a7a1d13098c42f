package io.imprimatur.content.internal;

import io.imprimatur.platform.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A link goes to the open web and nowhere else. */
final class LinkRules {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String FIELD = "link";

    private LinkRules() {}

    /** Reads an address as authors type it; nothing typed means no link. */
    static @Nullable URI parse(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = typed.strip();
        PlainText.requireLine(text, FIELD, "The link");
        try {
            return new URI(text);
        } catch (URISyntaxException unreadable) {
            throw refusal("link-invalid", "The link is not a web address. Write it like https://www.example.org/page.");
        }
    }

    static void check(@Nullable URI link, int maxLength) {
        if (link == null) {
            return;
        }
        PlainText.requireLine(link.toString(), FIELD, "The link");
        if (link.toString().length() > maxLength) {
            throw refusal("link-too-long", "The link may have at most " + maxLength + " characters.");
        }
        if (link.getScheme() == null || !SCHEMES.contains(link.getScheme().toLowerCase(Locale.ROOT))) {
            throw refusal("link-not-web", "The link must begin with https:// or http://.");
        }
        if (link.getRawUserInfo() != null
                || (link.getRawAuthority() != null && link.getRawAuthority().contains("@"))) {
            throw refusal("link-with-user", "The link must not contain a user name or password.");
        }
        if (link.getHost() == null || link.getHost().isEmpty()) {
            throw refusal("link-invalid", "The link needs a host name. Write it like https://www.example.org/page.");
        }
    }

    private static Refusal refusal(String code, String sentence) {
        return Refusal.invalid(code, sentence).about(FIELD);
    }
}
