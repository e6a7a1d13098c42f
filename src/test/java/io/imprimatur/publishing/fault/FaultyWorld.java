package io.imprimatur.publishing.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.Revision;
import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Waiting;
import io.imprimatur.publishing.internal.PublishingFixture;
import io.imprimatur.publishing.sandbox.SandboxPlatform;
import io.imprimatur.publishing.sandbox.SandboxPlatforms;
import io.imprimatur.publishing.sandbox.SandboxPost;
import io.imprimatur.publishing.sandbox.Shelf;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All platforms of the sandbox, and all channels of the application in front of them. */
final class FaultyWorld {
    static final String NEWSROOM = "newsroom";

    /** A PNG of 2 by 1 pixels. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==");

    private static final String PACKAGE = "io.imprimatur.publishing.channel";
    private static final Pattern NEWSROOM_CLASSES =
            Pattern.compile(Pattern.quote(PACKAGE) + "\\.newsroom\\.Newsroom(Channel|Posts)");

    private final List<SandboxPlatform> platforms = SandboxPlatforms.all(name -> Shelf.inMemory());

    List<SandboxPlatform> platforms() {
        return platforms;
    }

    /** The keys of all channels, that of the newsroom last. */
    List<String> keys() {
        return Stream.concat(platforms.stream().map(SandboxPlatform::key), Stream.of(NEWSROOM))
                .toList();
    }

    SandboxPlatform platform(String key) {
        return platforms.stream()
                .filter(platform -> platform.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Opens an account on every platform, and the newsroom.
     *
     * @param http of the node whose channels they are
     * @param base behind which the platforms answer, each under its key
     */
    List<Channel> channels(
            PublishingFixture on, ChannelHttp http, PublishingProperties properties, Function<String, String> base) {
        try (var parts = new AnnotationConfigApplicationContext()) {
            parts.registerBean(ChannelHttp.class, () -> http);
            parts.registerBean(PublishingProperties.class, () -> properties);
            parts.registerBean(ObjectMapper.class, () -> new ObjectMapper());
            parts.registerBean(Clock.class, Clock::systemUTC);
            parts.registerBean(Waiting.class, () -> time -> {});
            parts.registerBean(JdbcClient.class, () -> on.jdbc);
            parts.registerBean(MediaLibrary.class, () -> on.media);
            var scanner = new ClassPathBeanDefinitionScanner(parts, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Platform.class));
            scanner.addIncludeFilter(new RegexPatternTypeFilter(NEWSROOM_CLASSES));
            scanner.scan(PACKAGE);
            parts.refresh();
            var channels = new ArrayList<>(parts.getBeansOfType(Channel.class).values());
            for (var platform : parts.getBeansOfType(Platform.class).values()) {
                var key = platform.key();
                var account = platform(key).account(base.apply(key) + "/" + key);
                channels.add(platform.open(new AccountFixture(key, account)));
            }
            return channels;
        }
    }

    /** Short waits; a read-back that shows no difference is the last. */
    static PublishingProperties properties(Duration readTimeout) {
        var usual = PublishingFixture.properties();
        var http = new PublishingProperties.Http(
                Duration.ofSeconds(2), readTimeout, usual.http().longestAnswer());
        return new PublishingProperties(usual.worker(), usual.retry(), usual.check(), http, usual.newsroom());
    }

    /** An approved post with a word in it that no other has. */
    static Revision revision(PublishingFixture on, String word, boolean withImage, String... channels) {
        var images = withImage ? List.of(on.image(PICTURE, "A nurse, " + word)) : List.<Revision.Image>of();
        return on.revision(
                "Flu shots " + word, "Come by, " + word + ".\n\nNo appointment is needed.", images, channels);
    }

    /** How many posts readers of that channel see that have the word. */
    long live(PublishingFixture on, String channel, String word) {
        if (channel.equals(NEWSROOM)) {
            return on.jdbc
                    .sql("SELECT count(*) FROM newsroom_post WHERE body LIKE '%' || :word || '.%'")
                    .param("word", word)
                    .query(Long.class)
                    .single();
        }
        return platform(channel).posts().stream()
                .filter(post -> has(post, word))
                .count();
    }

    private static boolean has(SandboxPost post, String word) {
        return post.text().contains(word + ".");
    }
}
