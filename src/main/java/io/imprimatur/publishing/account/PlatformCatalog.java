package io.imprimatur.publishing.account;

import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.channel.Platform;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The platforms of which there can be accounts, by name. */
@Component
class PlatformCatalog {
    private final List<Platform> platforms;

    PlatformCatalog(List<Platform> platforms) {
        this.platforms = platforms.stream()
                .sorted(Comparator.comparing(Platform::displayName))
                .toList();
    }

    List<Platform> all() {
        return platforms;
    }

    Optional<Platform> find(String key) {
        return platforms.stream().filter(platform -> platform.key().equals(key)).findFirst();
    }

    Platform require(String key) {
        return find(key).orElseThrow(() -> Refusal.invalid("platform-unknown", "There is no platform of that name.")
                .about("platform"));
    }
}
