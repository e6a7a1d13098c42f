package io.imprimatur.flow;

import java.util.Collection;
import java.util.List;

/**
 * What the release policy looks at.
 *
 * @param kind name of the piece's kind
 * @param channels keys of its channels
 */
public record PolicyQuestion(String kind, Collection<String> channels) {
    public PolicyQuestion {
        channels = List.copyOf(channels);
    }
}
