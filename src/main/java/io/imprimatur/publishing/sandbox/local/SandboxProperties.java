package io.imprimatur.publishing.sandbox.local;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The sandbox of the platforms; only in the profile {@code local}.
 *
 * @param sandbox whether there is one
 * @param sandboxPort its port on the loopback address; 0 takes any free one
 * @param sandboxSlowness how long its slow answers take
 * @param dataDir where its posts are kept
 */
@Validated
@ConfigurationProperties("imprimatur.local")
record SandboxProperties(
        @DefaultValue("true") boolean sandbox,
        @Min(0) @Max(65535) @DefaultValue("3480") int sandboxPort,
        @NotNull @DefaultValue("8s") Duration sandboxSlowness,
        @NotNull @DefaultValue("./data") Path dataDir) {}
