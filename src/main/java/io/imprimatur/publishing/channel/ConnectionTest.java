package io.imprimatur.publishing.channel;

/** Whether an account can be used. */
public sealed interface ConnectionTest {
    record Usable() implements ConnectionTest {}

    record Unusable(String code) implements ConnectionTest {}
}
