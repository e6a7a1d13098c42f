package io.imprimatur.mail.internal;

import io.imprimatur.content.ContentKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of things as people say them. */
final class Words {
    private Words() {}

    static String stage(@Nullable String stage) {
        return stage == null ? "review" : stage + " review";
    }

    static String kind(ContentKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
