package io.imprimatur.flow;

import java.util.Collection;

/** {@code processes/release-policy.dmn}: which flow a piece takes and which stages it adds. */
public interface PolicyTable {
    /**
     * @param kind name of the piece's kind
     * @param channels keys of its channels
     */
    PolicyAnswer evaluate(String kind, Collection<String> channels);
}
