package io.imprimatur.mail.internal;

import io.imprimatur.identity.Person;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person reads, and what their mail program has to know.
 *
 * @param facts what it is about, such as the stage and when it is due
 * @param post the text to review; null unless its reader reviews it and screening found nothing in it
 * @param actions what to do, the most likely first
 * @param links where the piece is live, or what waits
 * @param howToReply how to decide by replying; empty where a reply decides nothing
 * @param replyToken for the address that replies go to; null where none is expected
 * @param inReplyTo Message-ID, without brackets, of the mail that it answers
 * @param unsubscribe address that ends messages of this kind by one POST (RFC 8058)
 */
record Letter(
        Person reader,
        String subject,
        List<String> paragraphs,
        List<Fact> facts,
        @Nullable LetterPost post,
        List<Link> actions,
        List<Link> links,
        List<String> howToReply,
        @Nullable String replyToken,
        @Nullable String inReplyTo,
        @Nullable String unsubscribe) {
    Letter {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        actions = List.copyOf(actions);
        links = List.copyOf(links);
        howToReply = List.copyOf(howToReply);
    }

    /** @param url absolute */
    record Link(String label, String url) {}

    record Fact(String label, String value) {}

    /** A letter that only tells. */
    static Letter to(Person reader, String subject, List<String> paragraphs) {
        return new Letter(
                reader, subject, paragraphs, List.of(), null, List.of(), List.of(), List.of(), null, null, null);
    }

    Letter about(List<Fact> given) {
        return new Letter(
                reader,
                subject,
                paragraphs,
                given,
                post,
                actions,
                links,
                howToReply,
                replyToken,
                inReplyTo,
                unsubscribe);
    }

    Letter showing(@Nullable LetterPost given) {
        return new Letter(
                reader,
                subject,
                paragraphs,
                facts,
                given,
                actions,
                links,
                howToReply,
                replyToken,
                inReplyTo,
                unsubscribe);
    }

    Letter doing(String label, String url) {
        var more = new ArrayList<>(actions);
        more.add(new Link(label, url));
        return new Letter(
                reader, subject, paragraphs, facts, post, more, links, howToReply, replyToken, inReplyTo, unsubscribe);
    }

    Letter naming(List<Link> given) {
        return new Letter(
                reader,
                subject,
                paragraphs,
                facts,
                post,
                actions,
                given,
                howToReply,
                replyToken,
                inReplyTo,
                unsubscribe);
    }

    Letter answeredBy(@Nullable String token, List<String> how) {
        return new Letter(reader, subject, paragraphs, facts, post, actions, links, how, token, inReplyTo, unsubscribe);
    }

    Letter answering(@Nullable String messageId) {
        return new Letter(
                reader,
                subject,
                paragraphs,
                facts,
                post,
                actions,
                links,
                howToReply,
                replyToken,
                messageId,
                unsubscribe);
    }

    Letter endedAt(String url) {
        return new Letter(
                reader, subject, paragraphs, facts, post, actions, links, howToReply, replyToken, inReplyTo, url);
    }
}
