package io.imprimatur.flow.internal;

import io.imprimatur.platform.local.LocalDatabases;
import io.imprimatur.testing.TestDatabase;
import io.imprimatur.testing.TestPostgres;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.support.StaticApplicationContext;

/**
 * The engine as its vendor sets it up in a Spring application, on a database of its own. Tests show here that an attack
 * works, so that they prove something where it does not.
 */
final class PlainEngine {
    private static final PlainEngine INSTANCE = new PlainEngine();

    private final FlowAlone.Hostile hostile = new FlowAlone.Hostile();
    private final ProcessEngine engine;

    private final TestDatabase database = TestPostgres.get().newDatabase();

    private PlainEngine() {
        var beans = new StaticApplicationContext();
        beans.getBeanFactory().registerSingleton("hostile", hostile);
        var configuration = (ProcessEngineConfigurationImpl) new StandaloneProcessEngineConfiguration()
                .setProcessEngineName("plain")
                .setJdbcUrl(database.url())
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcUsername(LocalDatabases.OWNER)
                .setJdbcPassword(database.ownerPassword())
                .setDatabaseSchemaUpdate("true")
                .setHistory("full")
                .setJobExecutorActivate(false);
        configuration.setExpressionManager(new SpringExpressionManager(beans));
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setMetricsEnabled(false);
        configuration.setSkipIsolationLevelCheck(true);
        this.engine = configuration.buildProcessEngine();
    }

    static ProcessEngine engine() {
        return INSTANCE.engine;
    }

    static DataSource database() {
        return INSTANCE.database.asOwner();
    }

    static FlowAlone.Hostile hostile() {
        return INSTANCE.hostile;
    }

    static void deploy(String name, BpmnModelInstance model) {
        engine().getRepositoryService()
                .createDeployment()
                .addModelInstance(name, model)
                .deploy();
    }
}
