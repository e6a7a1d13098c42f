package io.imprimatur.flow.internal.engine;

import java.lang.reflect.InvocationTargetException;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;

/** Resolves a listed building block by its name and calls its listed methods. */
final class ListedBeans extends ReadOnlyResolver {
    private final ListedBlocks blocks;

    ListedBeans(ListedBlocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        var bean = blocks.bean(name);
        if (bean.isEmpty()) {
            return null;
        }
        context.setPropertyResolved(true);
        return bean.get();
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        if (base == null || !(method instanceof String name)) {
            return null;
        }
        var given = arguments == null ? new Object[0] : arguments;
        var found = blocks.method(base, name, given.length);
        if (found.isEmpty()) {
            return null;
        }
        try {
            var result = found.get().invoke(base, given);
            context.setPropertyResolved(true);
            return result;
        } catch (InvocationTargetException | IllegalAccessException | IllegalArgumentException e) {
            throw new ELException("The building block's method \"" + name + "\" failed.", e);
        }
    }
}
