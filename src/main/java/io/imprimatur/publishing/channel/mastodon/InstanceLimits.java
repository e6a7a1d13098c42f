package io.imprimatur.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an instance takes, which its administrators may change (docs.joinmastodon.org/entities/Instance, configuration).
 *
 * @param characters of a text
 * @param perUrl characters that any address counts
 * @param images of one post
 * @param altText characters of one alternative text
 */
record InstanceLimits(int characters, int perUrl, int images, int altText) {
    /** Of an instance that nobody changed. */
    static final InstanceLimits USUAL = new InstanceLimits(500, 23, 4, 1500);

    /** @param instance what {@code GET /api/v2/instance} answered; what it does not name is as usual */
    static InstanceLimits of(JsonNode instance) {
        var statuses = instance.path("configuration").path("statuses");
        var media = instance.path("configuration").path("media_attachments");
        return new InstanceLimits(
                statuses.path("max_characters").asInt(USUAL.characters),
                statuses.path("characters_reserved_per_url").asInt(USUAL.perUrl),
                statuses.path("max_media_attachments").asInt(USUAL.images),
                media.path("description_limit").asInt(USUAL.altText));
    }
}
