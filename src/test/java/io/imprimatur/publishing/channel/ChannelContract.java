package io.imprimatur.publishing.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imprimatur.platform.Sha256;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every channel owes, whatever platform is behind it. Each adapter runs it against its fake and its real server. */
public abstract class ChannelContract {
    /** A PNG of 2 by 1 pixels. */
    protected static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==");

    private static final String EVERY_KIND_OF_TEXT = "It's \"quoted\" -- with dashes... and (c) 10x10 cm, 3 x daily :)"
            + " & <script>alert(1)</script> </p> [gallery] %20 \\n {{7*7}} Wordpress.\nA second line; Grüße, 日本語, 😀👨‍👩‍👧.\n\n"
            + "https://example.org/alone-on-its-line\n\n"
            + "עברית מימין לשמאל, العربية\n\n* not a list\n# not a heading\n<!-- wp:html -->x<!-- /wp:html -->";

    /** Much of the same for platforms of 280 characters, with the title and the link. */
    protected static final String SHORT_TEXT = "It's \"quoted\" -- 10x10 cm :) & <b>x</b> &amp; %20 \\n {{7*7}}.\n"
            + "A second line; Grüße, 日本語, 😀👨‍👩‍👧.\n\n"
            + "https://example.org/alone-on-its-line\n\n"
            + "עברית מימין, العربية\n\n* not a list\n# no heading";

    /** A channel whose account works. */
    protected abstract Channel channel();

    /** Stores the image where the channel's post can refer to it. */
    protected UUID stored(byte[] picture) {
        return UUID.randomUUID();
    }

    /** Notes a piece that the channel's tables may refer to. */
    protected UUID newContent() {
        return UUID.randomUUID();
    }

    /** How many public posts the platform has under that key. */
    protected abstract int live(Post post);

    /** A body with all that platforms could take for something else; shorter where the platform takes less. */
    protected String everyKindOfText() {
        return EVERY_KIND_OF_TEXT;
    }

    /** Whether readers get the bytes of images as they were sent. */
    protected boolean keepsImages() {
        return true;
    }

    /** Whether what is live carries a mark of its piece, so that the very same text of another piece is not taken for it. */
    protected boolean marks() {
        return true;
    }

    /** Whether the platform can prove that a post is not there. */
    protected boolean provesAbsence() {
        return true;
    }

    /** Whether two nodes at once cannot make two posts; else only the publication's lease keeps them apart. */
    protected boolean atomic() {
        return true;
    }

    /** Changes what is live, as somebody could on the platform. */
    protected abstract void vandalise(Post post, String remoteId);

    protected Post post(String title, String body, Post.Image... images) {
        var id = newContent();
        return new Post(
                id,
                1,
                Sha256.hex(id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "contract-" + id.toString().substring(24) + "-r1",
                title,
                body,
                URI.create("https://example.org/flu?a=1&b=[2]&c='x'"
                        .replace("[", "%5B")
                        .replace("]", "%5D")),
                List.of(images));
    }

    protected Post.Image picture(String altText) {
        return new Post.Image(stored(PICTURE), "image/png", 2, 1, Sha256.hex(PICTURE), altText, () -> PICTURE);
    }

    protected static PublishResult.Published published(PublishResult result) {
        assertThat(result).isInstanceOf(PublishResult.Published.class);
        return (PublishResult.Published) result;
    }

    @Test
    void publishesFindsAndReadsBackExactlyWhatWasApproved() {
        var post = post(
                "Title's \"10x10\" & <b>bold</b> -- Wordpress… Grüße 😀 עברית",
                everyKindOfText(),
                picture("A \"nurse\" & <b>a</b> patient's arm"),
                picture("Zweites Bild 😀"));
        var published = published(channel().publish(post));
        assertThat(live(post)).isEqualTo(1);
        assertThat(channel().find(post)).isEqualTo(new Lookup.Found(published.remoteId(), published.url()));
        assertThat(channel().readBack(post, published.remoteId())).isInstanceOfSatisfying(ReadBack.Read.class, read -> {
            assertThat(LiveComparison.differences(channel().expected(post), read))
                    .isEmpty();
            assertThat(read.views()).last().satisfies(view -> assertThat(view.images())
                    .allSatisfy(
                            image -> assertThat(image.sha256()).isEqualTo(keepsImages() ? Sha256.hex(PICTURE) : null)));
        });
    }

    @Test
    void publishesATextWithoutLinkAndImages() {
        var with = post("Plain", "One line.");
        var post = new Post(with.contentId(), 1, with.hash(), with.key(), with.title(), with.body(), null, List.of());
        var published = published(channel().publish(post));
        assertThat(channel().readBack(post, published.remoteId()))
                .isInstanceOfSatisfying(ReadBack.Read.class, read -> assertThat(
                                LiveComparison.differences(channel().expected(post), read))
                        .isEmpty());
    }

    @Test
    void isPublicOnceHoweverOftenItIsAsked() {
        var post = post("Once", "Only once.", picture("A picture"));
        var first = published(channel().publish(post));
        var second = published(channel().publish(post));
        assertThat(second).isEqualTo(first);
        assertThat(live(post)).isEqualTo(1);
    }

    @Test
    void isPublicOnceWhenTwoNodesPublishAtOnce() throws Exception {
        assumeTrue(atomic(), "Only the publication's lease keeps two nodes apart on this platform");
        var post = post("At once", "Only once.");
        var nodes = Executors.newFixedThreadPool(2);
        Callable<PublishResult> publish = () -> channel().publish(post);
        for (var result : nodes.invokeAll(List.of(publish, publish))) {
            assertThat(result.get()).isNotInstanceOf(PublishResult.Refused.class);
        }
        nodes.shutdown();
        assertThat(live(post)).isEqualTo(1);
    }

    @Test
    void doesNotFindWhatItNeverPublished() {
        assertThat(channel().find(post("Never", "Never sent."))).isInstanceOf(absent());
    }

    @Test
    void doesNotTakeAnotherPiecesPostForThisOne() {
        assumeTrue(marks(), "Posts on this platform carry no mark of their piece");
        var one = post("The same title", "The same text.");
        published(channel().publish(one));
        assertThat(channel().find(post("The same title", "The same text."))).isInstanceOf(absent());
    }

    private Class<? extends Lookup> absent() {
        return provesAbsence() ? Lookup.Absent.class : Lookup.Unclear.class;
    }

    @Test
    void showsWhenWhatIsLiveWasChanged() {
        var post = post("As approved", "As approved.");
        var published = published(channel().publish(post));
        vandalise(post, published.remoteId());
        assertThat(channel().readBack(post, published.remoteId()))
                .isInstanceOfSatisfying(ReadBack.Read.class, read -> assertThat(
                                LiveComparison.differences(channel().expected(post), read))
                        .isNotEmpty());
    }

    @Test
    void takesAPostDownAsOftenAsItIsAskedUntilItIsGone() {
        var post = post("Down again", "Down again.", picture("A picture"));
        var id = published(channel().publish(post)).remoteId();
        assertThat(channel().withdraw(post, id)).isEqualTo(new Takedown.Done());
        assertThat(live(post)).isZero();
        assertThat(channel().readBack(post, id)).isInstanceOfAny(ReadBack.Missing.class, ReadBack.NotReadable.class);
        assertThat(channel().withdraw(post, id)).isEqualTo(new Takedown.Done());
    }

    @Test
    void previewsWhatReadersWillSee() {
        var post = post("A title", "A text.\n\nIts end.", picture("A picture"));
        var preview = channel().preview(post);
        assertThat(preview.title()).isEqualTo(channel().info().titled() ? "A title" : null);
        assertThat(preview.text()).contains("A text.").contains("Its end.");
        assertThat(preview.counts()).isNotEmpty().allSatisfy(count -> {
            assertThat(count.used()).isPositive();
            assertThat(count.exceeded()).isFalse();
        });
        assertThat(preview.crops()).hasSize(1);
        assertThat(preview.entities())
                .allSatisfy(entity -> assertThat(preview.text()).hasSizeGreaterThanOrEqualTo(entity.end()));
    }

    @Test
    void countsWhatIsTooLong() {
        var post = post("A title", "word ".repeat(channel().info().maxBody() / 5 + 10));
        assertThat(channel().preview(post).counts()).anyMatch(Preview.Count::exceeded);
    }

    @Test
    void sendsNothingOfAPostWhoseImageChangedMeanwhile() {
        var changed = new Post.Image(stored(PICTURE), "image/png", 2, 1, Sha256.hex(PICTURE), "x", () -> {
            throw new ApprovedBytesChanged();
        });
        var post = post("Changed", "Changed.", changed);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> channel().publish(post))
                .isInstanceOf(ApprovedBytesChanged.class);
        assertThat(live(post)).isZero();
    }

    @Test
    void isUsable() {
        assertThat(channel().testConnection()).isInstanceOf(ConnectionTest.Usable.class);
        assertThat(Map.of(channel().info().key(), channel().info().maxBody())).allSatisfy((key, limit) -> {
            assertThat(key).matches("[a-z]+");
            assertThat(limit).isPositive();
        });
    }
}
