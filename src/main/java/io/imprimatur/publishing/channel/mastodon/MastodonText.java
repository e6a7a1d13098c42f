package io.imprimatur.publishing.channel.mastodon;

import com.ibm.icu.text.BreakIterator;
import com.twitter.twittertext.Extractor;
import io.imprimatur.publishing.channel.Preview.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as Mastodon reads it (its StatusLengthValidator and Extractor): characters are grapheme clusters, an address
 * counts as the instance says, and of {@code @user@host} only {@code @user} counts. Addresses are found by twitter-text, as
 * Mastodon does; where Mastodon would take more characters into an address than twitter-text, this counts more than Mastodon.
 */
final class MastodonText {
    private static final Pattern MENTION = Pattern.compile(
            "(?<![=/\\w])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)(?:@[\\w.-]+\\w)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** What follows a name that is no mention. */
    private static final Pattern NO_MENTION = Pattern.compile("[@＠À-ÖØ-öø-ɏ]|://");

    private static final Pattern HASHTAG =
            Pattern.compile("(?<![=/)\\p{Alnum}])[#＃]\\w(?:[\\w·・\\u200c]*\\w)?", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SHORT_CODE =
            Pattern.compile("(?<![\\p{Alnum}:]):[a-zA-Z0-9_]{2,}:(?![\\p{Alnum}:])", Pattern.UNICODE_CHARACTER_CLASS);

    private MastodonText() {}

    /** How many characters it has for an instance on which an address counts {@code perUrl}. */
    static int count(String text, int perUrl) {
        var counted = new StringBuilder(text.length());
        var end = 0;
        for (var entity : countedApart(text)) {
            counted.append(text, end, entity.start());
            if (entity.kind() == Entity.Kind.LINK) {
                counted.append("x".repeat(perUrl));
            } else {
                counted.append(text, entity.start(), userEnd(text, entity));
            }
            end = entity.end();
        }
        counted.append(text, end, text.length());
        return clusters(counted.toString());
    }

    /** What becomes a link, in the text's order. */
    static List<Entity> entities(String text) {
        var entities = new ArrayList<>(countedApart(text));
        var hashtags = HASHTAG.matcher(text);
        while (hashtags.find()) {
            var hasLetter = hashtags.group().codePoints().anyMatch(Character::isLetter);
            if (hasLetter) {
                addUnlessWithin(entities, new Entity(Entity.Kind.HASHTAG, hashtags.start(), hashtags.end()));
            }
        }
        entities.sort(Comparator.comparingInt(Entity::start));
        return entities;
    }

    /** Whether words between colons could be the name of a picture that the instance shows instead. */
    static boolean hasShortCodes(String text) {
        return SHORT_CODE.matcher(text).find();
    }

    private static List<Entity> countedApart(String text) {
        var extractor = new Extractor();
        extractor.setExtractURLWithoutProtocol(false);
        var entities = new ArrayList<Entity>();
        for (var url : extractor.extractURLsWithIndices(text)) {
            entities.add(new Entity(Entity.Kind.LINK, url.getStart(), url.getEnd()));
        }
        var mentions = MENTION.matcher(text);
        while (mentions.find()) {
            var after = NO_MENTION.matcher(text).region(mentions.end(), text.length());
            if (!after.lookingAt()) {
                addUnlessWithin(entities, new Entity(Entity.Kind.MENTION, mentions.start(), mentions.end()));
            }
        }
        entities.sort(Comparator.comparingInt(Entity::start));
        return entities;
    }

    private static void addUnlessWithin(List<Entity> entities, Entity more) {
        if (entities.stream().noneMatch(known -> more.start() < known.end() && known.start() < more.end())) {
            entities.add(more);
        }
    }

    private static int userEnd(String text, Entity mention) {
        var host = text.indexOf('@', mention.start() + 1);
        return host < 0 || host >= mention.end() ? mention.end() : host;
    }

    private static int clusters(String text) {
        var boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
        boundaries.setText(text);
        var clusters = 0;
        while (boundaries.next() != BreakIterator.DONE) {
            clusters++;
        }
        return clusters;
    }
}
