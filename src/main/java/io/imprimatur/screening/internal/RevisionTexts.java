package io.imprimatur.screening.internal;

import io.imprimatur.content.Revision;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every text of a revision that leaves the house, by the name of its field. */
final class RevisionTexts {
    private RevisionTexts() {}

    static Map<String, String> of(Revision revision) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("title", revision.title());
        texts.put("body", revision.body());
        if (revision.link() != null) {
            texts.put("link", revision.link().toString());
        }
        for (int index = 0; index < revision.images().size(); index++) {
            texts.put(
                    "images[" + index + "].altText",
                    revision.images().get(index).altText());
        }
        return texts;
    }
}
