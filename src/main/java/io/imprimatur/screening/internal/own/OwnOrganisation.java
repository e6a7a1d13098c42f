package io.imprimatur.screening.internal.own;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.NormalText;
import java.util.List;

/** Knows what is the organisation's own and identifies no patient. */
public interface OwnOrganisation {
    /**
     * The same findings, those about the organisation's own as information.
     *
     * @throws RuntimeException when nobody can tell what is its own; then there is no answer
     */
    List<Finding> relieved(List<Finding> findings, NormalText normal);
}
