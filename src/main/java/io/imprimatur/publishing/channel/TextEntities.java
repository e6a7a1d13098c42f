package io.imprimatur.publishing.channel;

import com.twitter.twittertext.Extractor;
import io.imprimatur.publishing.channel.Preview.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What a platform makes links of in a plain text; for platforms that publish no grammar of it, as observed. */
public final class TextEntities {
    private static final Pattern HASHTAG =
            Pattern.compile("(?<![\\p{Alnum}_&/#])#\\w*\\p{Alpha}\\w*+", Pattern.UNICODE_CHARACTER_CLASS);

    private TextEntities() {}

    /** Addresses, with or without a scheme, in the text's order. */
    public static List<Entity> links(String text) {
        return new Extractor()
                .extractURLsWithIndices(text).stream()
                        .map(url -> new Entity(Entity.Kind.LINK, url.getStart(), url.getEnd()))
                        .toList();
    }

    /** Addresses, and words after {@code #}, in the text's order. */
    public static List<Entity> linksAndHashtags(String text) {
        var links = links(text);
        var entities = new ArrayList<>(links);
        HASHTAG.matcher(text)
                .results()
                .map(tag -> new Entity(Entity.Kind.HASHTAG, tag.start(), tag.end()))
                .filter(tag -> links.stream().noneMatch(link -> tag.start() < link.end() && link.start() < tag.end()))
                .forEach(entities::add);
        entities.sort(Comparator.comparingInt(Entity::start));
        return entities;
    }
}
