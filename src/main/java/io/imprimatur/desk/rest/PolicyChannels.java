package io.imprimatur.desk.rest;

import io.imprimatur.content.ChannelCatalog;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which channels a row of the release policy can ask for. */
@RestController
class PolicyChannels {
    private final ChannelCatalog catalog;

    PolicyChannels(ChannelCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param key as the release policy names it */
    record Named(String key, String name) {}

    @Operation(summary = "Channels that posts can go to", description = "The release policy names them by their keys.")
    @GetMapping("/api/flows/channels")
    List<Named> channels() {
        return catalog.channels().stream()
                .map(channel -> new Named(channel.key(), channel.displayName()))
                .toList();
    }
}
