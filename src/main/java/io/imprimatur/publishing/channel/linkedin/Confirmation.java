package io.imprimatur.publishing.channel.linkedin;

/** What is behind the post that LinkedIn names when it refuses a duplicate. */
enum Confirmation {
    /** The very post. */
    SAME,
    /** Another one, or one that may not be read. */
    ANOTHER,
    /** Nothing: LinkedIn remembers a post that is not there. */
    GHOST,
    UNANSWERED
}
