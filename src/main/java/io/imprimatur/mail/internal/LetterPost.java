package io.imprimatur.mail.internal;

import io.imprimatur.content.Revision;
import io.imprimatur.content.comparison.RevisionComparison.FieldChange;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text to review in a message. None of its lines can be taken for a decision when it is quoted back: in text each
 * follows a bar, in HTML a word joiner, and no line with either decides.
 *
 * @param attached which of its images travel with the message
 * @param before number of the revision that the stage decided on last; null if there was none
 * @param changes what changed since
 */
record LetterPost(
        Revision revision,
        List<OwnText> texts,
        Set<UUID> attached,
        @Nullable Integer before,
        List<FieldChange> changes) {
    LetterPost {
        texts = List.copyOf(texts);
        attached = Set.copyOf(attached);
        changes = List.copyOf(changes);
    }

    /** @param channel its name */
    record OwnText(String channel, String text) {}

    /** Each image was asked about, so that an approval needs a reason, as everywhere. */
    boolean asksReason() {
        return !revision.images().isEmpty();
    }

    /** As the text part shows it. */
    public String inText(String text) {
        return QuotedBack.barred(text);
    }

    /** As the HTML part shows it. */
    public String inHtml(String text) {
        return QuotedBack.joined(text);
    }

    /** A change in text: what was removed in [- -], what was added in {+ +}. */
    public String marked(FieldChange change) {
        var text = new StringBuilder();
        change.difference().parts().forEach(part -> {
            switch (part.change()) {
                case SAME -> text.append(part.text());
                case REMOVED -> text.append("[-").append(part.text()).append("-]");
                case ADDED -> text.append("{+").append(part.text()).append("+}");
            }
        });
        return inText(text.toString());
    }
}
