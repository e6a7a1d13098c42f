package io.imprimatur.mail.reading;

import java.util.List;
import java.util.Locale;

/** The text of a mail: of alternatives the plain one if it says anything, of other parts all texts in their order. */
final class MailText {

    private final ReadingProperties bounds;

    MailText(ReadingProperties bounds) {
        this.bounds = bounds;
    }

    String of(Entity mail) {
        return TextBounds.within(text(mail), bounds);
    }

    private String text(Entity entity) {
        if (entity.attachment()) {
            return "";
        }
        if (entity.is("multipart/alternative")) {
            return alternative(entity.parts());
        }
        if (entity.type().multipart()) {
            return all(entity.parts());
        }
        return switch (entity.type().value()) {
            case "text/html", "application/xhtml+xml" -> HtmlText.of(entity.text(bounds.maxHtml()), bounds);
            case "text/plain", "text", "" -> plain(entity);
            default -> "";
        };
    }

    private String plain(Entity entity) {
        String text = entity.text(bounds.maxText());
        ContentType type = entity.type();
        return type.parameter("format").toLowerCase(Locale.ROOT).equals("flowed")
                ? FlowedText.unfold(text, type.parameter("delsp").equalsIgnoreCase("yes"))
                : text;
    }

    private String alternative(List<Entity> parts) {
        for (Entity part : parts) {
            String text = part.is("text/html") ? "" : text(part);
            if (!text.isBlank()) {
                return text;
            }
        }
        return all(parts);
    }

    private String all(List<Entity> parts) {
        StringBuilder joined = new StringBuilder();
        for (Entity part : parts) {
            String text = joined.length() > bounds.maxText() ? "" : text(part);
            if (!text.isBlank()) {
                joined.append(joined.isEmpty() ? "" : "\n").append(text);
            }
        }
        return joined.toString();
    }
}
