package io.imprimatur.flow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;

/** Whatever the grammar lets through, the engine's own parser reads as nothing but variables and listed calls. */
class ExpressionGrammarPropertyTest {
    private static final Set<String> VARIABLES = Set.of("legalOutcome", "publishAt", "furtherStages");
    private static final ExpressionGrammar GRAMMAR = new ExpressionGrammar(
            Map.of("deadlines", Set.of("reminder"), "stages", Set.of("of"), "publish", Set.of()), VARIABLES::contains);

    @Property(tries = 20_000)
    void whatIsLetThroughHoldsOnlyVariablesAndListedCalls(@ForAll("soup") String inner) {
        var letThrough = GRAMMAR.notAValue("${" + inner + "}").isEmpty();
        Statistics.collect(letThrough ? "let through" : "refused");
        if (letThrough) {
            check(new Builder(Builder.Feature.METHOD_INVOCATIONS)
                    .build("${" + inner + "}")
                    .getRoot());
        }
    }

    @Property
    void anyTextIsAnsweredWithoutAnException(@ForAll String text) {
        assertThat(GRAMMAR.notAValue(text)).isNotNull();
        assertThat(GRAMMAR.notAValue("${" + text + "}")).isNotNull();
        assertThat(GRAMMAR.notABlock(text)).isNotNull();
    }

    @Property
    void onlyAListedNameIsABlock(@ForAll("soup") String inner) {
        assertThat(GRAMMAR.notABlock("${" + inner + "}").isEmpty())
                .isEqualTo(Set.of("deadlines", "stages", "publish").contains(inner.strip()));
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "legalOutcome",
                        "publishAt",
                        "furtherStages",
                        "deadlines",
                        "stages",
                        "publish",
                        "hostile",
                        "execution",
                        "class",
                        "getClass",
                        "reminder",
                        "of",
                        "reach",
                        "currentUser",
                        "''",
                        "'APPROVED'",
                        "\"x\"",
                        "1",
                        "null",
                        "true",
                        "empty",
                        "not",
                        "and",
                        "or",
                        "eq",
                        "ne",
                        "==",
                        "!=",
                        "&&",
                        "||",
                        "!",
                        "(",
                        ")",
                        "()",
                        ".",
                        "[",
                        "]",
                        ",",
                        "?",
                        ":",
                        "+",
                        "-",
                        "${",
                        "}",
                        " ",
                        " ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(tokens -> String.join("", tokens));
    }

    /** Walks JUEL's tree of the expression. */
    private static void check(Node node) {
        assertThat(node).isNotInstanceOf(AstFunction.class);
        if (node instanceof AstMethod call) {
            var target = call.getChild(0);
            assertThat(target).isInstanceOf(AstProperty.class);
            assertThat(target.getChild(0))
                    .isInstanceOfSatisfying(AstIdentifier.class, block -> assertThat(target + " of " + block.getName())
                            .isIn(". reminder of deadlines", ". of of stages"));
            check(call.getChild(1));
            return;
        }
        assertThat(node).isNotInstanceOf(AstProperty.class);
        if (node instanceof AstIdentifier name) {
            assertThat(List.copyOf(VARIABLES)).contains(name.getName());
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            check(node.getChild(i));
        }
    }
}
