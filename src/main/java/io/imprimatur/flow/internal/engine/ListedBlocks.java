package io.imprimatur.flow.internal.engine;

import io.imprimatur.flow.spi.BuildingBlock;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/** The building blocks that the modules list. The beans behind them are asked for late: they need the engine. */
@Component
public final class ListedBlocks {
    private final ListableBeanFactory beans;
    private final Map<String, BuildingBlock> byName;

    ListedBlocks(ListableBeanFactory beans, List<BuildingBlock> blocks) {
        this.beans = beans;
        this.byName =
                blocks.stream().collect(Collectors.toUnmodifiableMap(BuildingBlock::beanName, Function.identity()));
    }

    public Map<String, BuildingBlock> byName() {
        return byName;
    }

    Optional<Object> bean(String name) {
        return Optional.ofNullable(byName.get(name)).map(block -> beans.getBean(block.beanName()));
    }

    /** The listed public method of that building block, with its accessible form. */
    Optional<Method> method(Object bean, String name, int parameters) {
        return byName.values().stream()
                .filter(block -> block.methods().contains(name) && beans.getBean(block.beanName()) == bean)
                .flatMap(block -> Arrays.stream(bean.getClass().getMethods()))
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .peek(ReflectionUtils::makeAccessible)
                .findFirst();
    }
}
