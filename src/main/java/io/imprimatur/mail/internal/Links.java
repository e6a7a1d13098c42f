package io.imprimatur.mail.internal;

import io.imprimatur.platform.PublicAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Absolute addresses for messages, under which the reader reaches this installation. */
@Component
class Links {
    private final PublicAddress address;

    Links(PublicAddress address) {
        this.address = address;
    }

    /** The task itself, open in Tasklist. */
    String task(String taskId) {
        return address.of("/camunda/app/tasklist/default/#/?task=" + URLEncoder.encode(taskId, StandardCharsets.UTF_8));
    }

    /** The newsroom names its posts by their path on this server. */
    String live(URI url) {
        return url.isAbsolute() ? url.toString() : address.of(url.toString());
    }

    String piece(UUID contentId) {
        return address.of("/contents/" + contentId);
    }

    /** The page on which to decide; it shows, and decides only when told to. */
    String decide(String token) {
        return address.of("/decide/" + token);
    }

    /** The list of one's tasks. */
    String tasks() {
        return address.of("/camunda/app/tasklist/default/");
    }

    /** Ends the daily list by one POST (RFC 8058); opened in a browser it asks first. */
    String unsubscribe(String token) {
        return address.of("/unsubscribe/" + token);
    }

    /** Where operators and managers see what mail did not reach. */
    String proposal(String id) {
        return address.of("/flows/proposals/" + id);
    }

    String mailDesk() {
        return address.of("/mail");
    }
}
