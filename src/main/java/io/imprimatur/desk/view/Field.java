package io.imprimatur.desk.view;

import io.imprimatur.content.Revision;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A field of a revision, as findings name it.
 *
 * @param name {@code title}, {@code body}, {@code link}, {@code texts[facebook]}, {@code images[0]}, {@code images[0].altText} or {@code images[0].text}
 * @param image index of the image; -1 for other fields
 */
record Field(String name, int image) {
    private static final String IMAGES = "images[";
    private static final String TEXTS = "texts[";

    static Field of(String name) {
        return new Field(name, index(name).orElse(-1));
    }

    /** Whether it is an image, or what was read in one. */
    boolean inPicture() {
        return image >= 0 && !name.endsWith(".altText");
    }

    String inWords() {
        return switch (name) {
            case "title" -> "Title";
            case "body" -> "Text";
            case "link" -> "Link";
            default -> image < 0 ? ofChannel() : ofImage();
        };
    }

    /** The key of the channel whose own text it is; empty for other fields. */
    private String channel() {
        return name.startsWith(TEXTS) && name.endsWith("]") ? name.substring(TEXTS.length(), name.length() - 1) : "";
    }

    private String ofChannel() {
        return channel().isEmpty() ? name : "Text for " + channel();
    }

    private String ofImage() {
        if (name.endsWith(".altText")) {
            return "Description of image " + (image + 1);
        }
        return (name.endsWith(".text") ? "Read in image " : "Image ") + (image + 1);
    }

    /** What stands in it; empty for an image as a whole. */
    String text(Revision revision, Map<Integer, String> imageTexts) {
        return switch (name) {
            case "title" -> revision.title();
            case "body" -> revision.body();
            case "link" -> revision.link() == null ? "" : revision.link().toString();
            default ->
                channel().isEmpty()
                        ? ofImage(revision, imageTexts)
                        : revision.texts().getOrDefault(channel(), "");
        };
    }

    private String ofImage(Revision revision, Map<Integer, String> imageTexts) {
        if (image >= 0 && name.endsWith(".text")) {
            return imageTexts.getOrDefault(image, "");
        }
        return image >= 0
                        && name.endsWith(".altText")
                        && image < revision.images().size()
                ? revision.images().get(image).altText()
                : "";
    }

    private static OptionalInt index(String name) {
        int end = name.indexOf(']');
        try {
            return name.startsWith(IMAGES) && end > 0
                    ? OptionalInt.of(Integer.parseUnsignedInt(name.substring(IMAGES.length(), end)))
                    : OptionalInt.empty();
        } catch (NumberFormatException noIndex) {
            return OptionalInt.empty();
        }
    }
}
