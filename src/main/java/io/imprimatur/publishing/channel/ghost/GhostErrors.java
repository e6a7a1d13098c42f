package io.imprimatur.publishing.channel.ghost;

import io.imprimatur.publishing.channel.http.Reply;
import org.jspecify.annotations.Nullable;

/** What Ghost's errors say beside their HTTP status. */
enum GhostErrors implements Reply.Reading {
    READING;

    private static final int NOT_ACCEPTABLE = 406;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    @Override
    public @Nullable String refusal(Reply reply) {
        return switch (reply.status()) {
            // Ghost's answer for a call that this version of it does not have
            case NOT_ACCEPTABLE -> "api-not-found";
            case UNPROCESSABLE -> "platform-rejects-content";
            default -> reply.refusalByStatus();
        };
    }

    /** Whether Ghost says that there is no such post; an address that leads nowhere says nothing about it. */
    static boolean saysMissing(Reply reply) {
        return reply.notFound() && "Post not found.".equals(error(reply, "context"));
    }

    /** Whether the post changed since it was read. */
    static boolean collided(Reply reply) {
        return reply.status() == CONFLICT && "UPDATE_COLLISION".equals(error(reply, "code"));
    }

    private static String error(Reply reply, String field) {
        return reply.error().path("errors").path(0).path(field).asText();
    }
}
