package io.imprimatur.flow.spi;

import java.util.Set;

/**
 * A Spring bean that a model may name in {@code camunda:delegateExpression}, as <code>${beanName}</code>. Whatever is not
 * listed does not exist for expressions. Each module lists its own by a bean of this type.
 *
 * @param beanName the Spring bean's name
 * @param methods names of the methods that an expression may call, as <code>${beanName.method()}</code>; usually none
 * @param effect what it does when a model runs it; {@link Effect#VALUE} for one that cannot be run
 */
public record BuildingBlock(String beanName, Set<String> methods, Effect effect) {
    public BuildingBlock {
        methods = Set.copyOf(methods);
    }

    /** One that models run. */
    public BuildingBlock(String beanName, Effect effect) {
        this(beanName, Set.of(), effect);
    }

    /** One that models run, without an effect that the promises speak of. */
    public BuildingBlock(String beanName) {
        this(beanName, Set.of(), Effect.NONE);
    }

    /** One that only answers expressions. */
    public BuildingBlock(String beanName, Set<String> methods) {
        this(beanName, methods, Effect.VALUE);
    }
}
