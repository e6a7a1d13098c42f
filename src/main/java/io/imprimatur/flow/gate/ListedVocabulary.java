package io.imprimatur.flow.gate;

import io.imprimatur.flow.gate.proof.Expression;
import io.imprimatur.flow.gate.proof.Vocabulary;
import io.imprimatur.flow.spi.Effect;
import java.util.Map;
import java.util.Optional;

/** Tells the proof what the listed building blocks do and what expressions mean. */
record ListedVocabulary(ExpressionGrammar grammar, Map<String, Effect> effects) implements Vocabulary {
    ListedVocabulary {
        effects = Map.copyOf(effects);
    }

    @Override
    public Effect effectOf(String delegateExpression) {
        return grammar.blockOf(delegateExpression)
                .map(block -> effects.getOrDefault(block, Effect.NONE))
                .orElse(Effect.NONE);
    }

    @Override
    public Optional<Expression> expression(String text) {
        return grammar.expression(text);
    }
}
