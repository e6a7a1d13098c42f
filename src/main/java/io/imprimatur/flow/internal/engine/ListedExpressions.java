package io.imprimatur.flow.internal.engine;

import io.imprimatur.flow.internal.variables.VariableContract;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Expressions that know the variables of the contract, the listed building blocks with their listed methods, and for
 * stored filters four functions and steps on a date. No other bean, class, method, property or function exists for them.
 */
final class ListedExpressions extends SpringExpressionManager {
    private static final Set<String> FUNCTIONS = Set.of(
            CommandContextFunctions.CURRENT_USER,
            CommandContextFunctions.CURRENT_USER_GROUPS,
            DateTimeFunctions.NOW,
            DateTimeFunctions.DATE_TIME);

    private final VariableContract contract;
    private final ListedBlocks blocks;

    ListedExpressions(ApplicationContext context, VariableContract contract, ListedBlocks blocks) {
        super(context, Map.of());
        this.contract = contract;
        this.blocks = blocks;
    }

    /** Plug-ins add functions too, such as Spin's parsers; they are not taken. */
    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        var resolvers = new CompositeELResolver();
        resolvers.add(new ContractVariables(contract));
        resolvers.add(new ListedBeans(blocks));
        resolvers.add(new StepsOnDates());
        return resolvers;
    }
}
