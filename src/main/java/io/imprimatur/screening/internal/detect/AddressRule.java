package io.imprimatur.screening.internal.detect;

import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import java.util.stream.Stream;

/** One way in which addresses, or parts of them, are written. */
interface AddressRule {
    Stream<Span> in(NormalText normal);
}
