package io.imprimatur.flow.spi;

import java.util.Set;

/**
 * A Spring bean that a model may name in {@code camunda:delegateExpression}, as <code>${beanName}</code>. Whatever is not
 * listed does not exist for expressions. Each module lists its own by a bean of this type.
 *
 * @param beanName the Spring bean's name
 * @param methods names of the methods that an expression may call, as <code>${beanName.method()}</code>; usually none
 */
public record BuildingBlock(String beanName, Set<String> methods) {
    public BuildingBlock {
        methods = Set.copyOf(methods);
    }

    public BuildingBlock(String beanName) {
        this(beanName, Set.of());
    }
}
