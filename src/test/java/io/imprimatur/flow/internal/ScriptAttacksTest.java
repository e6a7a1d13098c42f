package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Scripts are refused at deployment, and would find no engine to run them. */
@FlowTest
class ScriptAttacksTest {
    @Autowired
    ProcessEngine engine;

    @Test
    void thePlainEngineRunsAJuelScriptWithoutAnyScriptEngineInstalled() {
        PlainEngine.deploy(
                "script.bpmn",
                Bpmn.createExecutableProcess("script")
                        .startEvent()
                        .scriptTask()
                        .scriptFormat("juel")
                        .scriptText("${execution.setVariable('ran', true)}")
                        .userTask()
                        .endEvent()
                        .done());
        var instance = PlainEngine.engine().getRuntimeService().startProcessInstanceByKey("script");
        assertThat(PlainEngine.engine().getRuntimeService().getVariable(instance.getId(), "ran"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "python", "ruby", "graal.js", "ecmascript"})
    void noScriptEngineIsEverResolved(String language) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThatThrownBy(() -> configuration
                        .getCommandExecutorTxRequired()
                        .execute(context -> configuration.getScriptingEngines().getScriptEngineForLanguage(language)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessage("Scripts are not run.");
    }
}
