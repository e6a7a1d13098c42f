package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Settings that have no attack of their own to be tried by. */
@FlowTest
class EngineSettingsTest {
    @Autowired
    ProcessEngine engine;

    ProcessEngineConfigurationImpl settings;

    @BeforeEach
    void take() {
        settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Test
    void nobodyActsWithoutPermission() {
        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(settings.isStandaloneTasksEnabled()).isFalse();
        assertThat(settings.isCmmnEnabled()).isFalse();
    }

    @Test
    void noForeignCodeComesInByData() {
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isEnableXxeProcessing()).isFalse();
    }

    @Test
    void whatAPersonAsksForIsBounded() {
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(2000);
        new Somebody(engine, "legal").does(() -> {
            var tasks = engine.getTaskService().createTaskQuery();
            assertThatThrownBy(tasks::list).isInstanceOf(BadUserRequestException.class);
            assertThat(engine.getTaskService().createTaskQuery().listPage(0, 2000))
                    .isNotNull();
        });
    }

    @Test
    void historyIsKeptForATimeAndCleanedUpAtNight() {
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P365D");
        assertThat(settings.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(settings.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(settings.getHistoryLevel().getName()).isEqualTo("imprimatur");
    }

    @Test
    void failuresAreTriedAgainEachTimeLater() {
        assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M,PT1H");
        assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
    }

    @Test
    void liquibaseAndNotTheEngineMakesTheTables() {
        assertThat(settings.getDatabaseSchemaUpdate()).isEqualTo("false");
    }

    @Test
    void nothingIsReportedToTheVendor() {
        assertThat(settings.isMetricsEnabled()).isFalse();
        assertThat(settings.isTaskMetricsEnabled()).isFalse();
        assertThat(engine.getManagementService().isTelemetryEnabled()).isFalse();
    }
}
