package io.imprimatur.flow.spi;

/**
 * A Spring bean that a model may name in {@code camunda:delegateExpression}, as <code>${beanName}</code>. Whatever is not
 * listed does not exist for expressions.
 */
public record BuildingBlock(String beanName) {}
