package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.spi.Effect;
import java.util.Optional;

/** What the rules about a model's text already know. */
public interface Vocabulary {
    /** What a building block does, named as in {@code delegateExpression}; {@link Effect#NONE} for a text that names none. */
    Effect effectOf(String delegateExpression);

    /** An expression of the grammar; empty for a text that is none. */
    Optional<Expression> expression(String text);
}
