package io.imprimatur.publishing.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** How posts go out; every bound has its name here. The table in docs/publishing.md explains them. */
@Validated
@ConfigurationProperties("imprimatur.publishing")
public record PublishingProperties(
        @Valid @DefaultValue Worker worker,
        @Valid @DefaultValue Retry retry,
        @Valid @DefaultValue Check check,
        @Valid @DefaultValue Http http,
        @Valid @DefaultValue Newsroom newsroom) {

    /**
     * The threads that send.
     *
     * @param threads how many posts this node sends at once; 0 lets other nodes do it
     * @param pollInterval how often a thread without work looks for some
     * @param lease after which a send or look counts as interrupted; longer than the slowest one may take
     * @param shutdownTimeout how long a stop waits for what is under way
     */
    public record Worker(
            @Min(0) @Max(64) @DefaultValue("4") int threads,
            @NotNull @DefaultValue("5s") Duration pollInterval,
            @NotNull @DefaultValue("10m") Duration lease,
            @NotNull @DefaultValue("20s") Duration shutdownTimeout) {}

    /**
     * How often and how long it is tried before a manager is asked.
     *
     * @param attempts how many sends
     * @param looks how many times the platform is asked what became of a send, or what is live
     * @param firstDelay after the first failure; doubles with each further one
     * @param longestDelay that doubling ends at
     * @param longestPause that a platform's own wish to be left alone is granted
     * @param giveUpAfter the time since the first try, for a platform that always asks to be left alone
     */
    public record Retry(
            @Min(1) @Max(100) @DefaultValue("6") int attempts,
            @Min(1) @Max(100) @DefaultValue("8") int looks,
            @NotNull @DefaultValue("10s") Duration firstDelay,
            @NotNull @DefaultValue("10m") Duration longestDelay,
            @NotNull @DefaultValue("24h") Duration longestPause,
            @NotNull @DefaultValue("72h") Duration giveUpAfter) {

        /** The wait before try number {@code failures + 1}. */
        public Duration delayAfter(int failures) {
            var doublings = Math.min(Math.max(failures - 1, 0), 30);
            var delay = firstDelay.multipliedBy(1L << doublings);
            return delay.compareTo(longestDelay) > 0 ? longestDelay : delay;
        }
    }

    /**
     * Looking again at what is live.
     *
     * @param every how often
     * @param until how long after it was published
     * @param preserveLooks how many tries to read a post that is withdrawn, before it is taken down unread
     */
    public record Check(
            @NotNull @DefaultValue("12h") Duration every,
            @NotNull @DefaultValue("365d") Duration until,
            @Min(1) @Max(20) @DefaultValue("3") int preserveLooks) {}

    /**
     * Calls to platforms.
     *
     * @param connectTimeout to stand a connection
     * @param readTimeout for one whole answer
     * @param longestAnswer what is read of an answer; a longer one counts as none
     */
    public record Http(
            @NotNull @DefaultValue("5s") Duration connectTimeout,
            @NotNull @DefaultValue("30s") Duration readTimeout,
            @NotNull @DefaultValue("12MB") DataSize longestAnswer) {}

    /**
     * The built-in newsroom.
     *
     * @param title its heading and the feed's title
     * @param publisher whose newsroom it is; the feed's author
     * @param pageSize posts a page
     * @param feedSize posts in the feed
     * @param imageCache how long browsers may keep an image
     * @param timeZone for the dates on its pages; the machine's unless given
     */
    public record Newsroom(
            @NotBlank @DefaultValue("Newsroom") String title,
            @NotBlank @DefaultValue("Our hospital") String publisher,
            @Min(1) @Max(100) @DefaultValue("10") int pageSize,
            @Min(1) @Max(100) @DefaultValue("20") int feedSize,
            @NotNull @DefaultValue("1h") Duration imageCache,
            @Nullable ZoneId timeZone,
            @Min(1) @DefaultValue("200") int maxTitle,
            @Min(1) @DefaultValue("100000") int maxBody,
            @Min(0) @DefaultValue("10") int maxImages) {}
}
