package io.imprimatur.flow.internal.engine;

import io.imprimatur.flow.internal.FlowProperties;
import io.imprimatur.flow.internal.blocks.TimerSteps;
import io.imprimatur.flow.internal.door.Doorway;
import io.imprimatur.flow.internal.door.DoorwayInterceptor;
import io.imprimatur.flow.internal.door.RefusalInterceptor;
import io.imprimatur.flow.internal.tasks.BuiltInGuards;
import io.imprimatur.flow.internal.tasks.TaskWorkChecker;
import io.imprimatur.flow.internal.variables.GatedSerializers;
import io.imprimatur.flow.internal.variables.VariableContract;
import io.imprimatur.flow.internal.variables.VariableGate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Everything that makes the engine ours; what protects is set here and not in configuration, so that nobody turns it off. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class EngineSetUp extends AbstractProcessEnginePlugin {
    private final ApplicationContext context;
    private final FlowProperties properties;
    private final Doorway doorway;
    private final ListedBlocks blocks;
    private final TaskWorkChecker checker;
    private final BuiltInGuards guards;
    private final ModelGate gate;
    private final DeployedModels deployed;
    private final VariableContract contract;

    EngineSetUp(
            ApplicationContext context,
            FlowProperties properties,
            Doorway doorway,
            ListedBlocks blocks,
            TaskWorkChecker checker,
            BuiltInGuards guards,
            ModelGate gate,
            DeployedModels deployed) {
        this.context = context;
        this.properties = properties;
        this.doorway = doorway;
        this.blocks = blocks;
        this.checker = checker;
        this.guards = guards;
        this.gate = gate;
        this.deployed = deployed;
        this.contract = new VariableContract(properties.reasonMaxCharacters());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        runNoForeignCode(engine);
        askWhoMayDoWhat(engine);
        keepNoWords(engine);
        failSafely(engine);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setVariableTypes(
                new GatedSerializers(engine.getVariableSerializers(), new VariableGate(contract, doorway)));
    }

    private void runNoForeignCode(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new ListedExpressions(context, contract, blocks));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableXxeProcessing(false);
        engine.setCmmnEnabled(false);
        engine.setBpmnParseFactory(TimerSteps::new);
        engine.setCustomPreDeployers(more(engine.getCustomPreDeployers(), gate));
        engine.setCustomPostDeployers(more(engine.getCustomPostDeployers(), deployed));
    }

    private void askWhoMayDoWhat(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setStandaloneTasksEnabled(false);
        engine.setCommandCheckers(more(null, new TenantCommandChecker(), checker));
        engine.setCustomPreCommandInterceptorsTxRequired(more(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                new RefusalInterceptor(doorway),
                new DoorwayInterceptor(doorway, engine)));
        engine.setCustomPostBPMNParseListeners(more(engine.getCustomPostBPMNParseListeners(), guards));
        engine.setQueryMaxResultsLimit(properties.queryMaxResults());
    }

    private void keepNoWords(ProcessEngineConfigurationImpl engine) {
        var history = new DiscreetHistory(contract);
        engine.setCustomHistoryLevels(more(engine.getCustomHistoryLevels(), history));
        engine.setHistoryLevel(history);
        engine.setHistory(DiscreetHistory.NAME);
        engine.setHistoryTimeToLive(properties.historyTimeToLive());
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryCleanupBatchWindowStartTime(properties.historyCleanupStart());
        engine.setHistoryCleanupBatchWindowEndTime(properties.historyCleanupEnd());
        var failures = new WordlessJobFailures();
        engine.setFailedJobCommandFactory(failures);
        ExecuteJobHelper.LOGGING_HANDLER = failures;
    }

    private void failSafely(ProcessEngineConfigurationImpl engine) {
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setFailedJobRetryTimeCycle(properties.retryIntervals());
        // a refusal is an answer and no fault; faults are logged by whoever asked, and by the job executor
        engine.setEnableCmdExceptionLogging(false);
    }

    /** The engine and other plug-ins add to these lists, so they must be mutable and keep what others put in. */
    @SafeVarargs
    private static <T> List<T> more(@Nullable List<T> known, T... added) {
        var all = new ArrayList<T>();
        if (known != null) {
            all.addAll(known);
        }
        Collections.addAll(all, added);
        return all;
    }
}
