package io.imprimatur.platform;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where people reach this installation, for links in messages and feeds.
 *
 * @param baseUrl absolute, such as {@code https://imprimatur.example.org}
 */
@Validated
@ConfigurationProperties("imprimatur")
public record PublicAddress(@DefaultValue("http://localhost:8080") @NotNull URI baseUrl) {
    /** @param path begins with a slash */
    public String of(String path) {
        var base = baseUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
