package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever gets an expression into the engine reaches nothing but listed building blocks. */
@FlowTest
class ExpressionAttacksTest {
    @Autowired
    ProcessEngine engine;

    @Autowired
    FlowAlone.Hostile hostile;

    @Autowired
    Pieces pieces;

    @Test
    void anExpressionInTheOrPartOfAQueryIsNotRun() {
        hidden(PlainEngine.engine().getTaskService()).list();
        assertThat(PlainEngine.hostile().wasReached())
                .as("CVE-2026-109432 on the plain engine")
                .isTrue();

        assertThatThrownBy(() -> hidden(engine.getTaskService()).list())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("Expressions can be used in stored filters only.");
        assertThatThrownBy(() -> hidden(engine.getTaskService()).count()).isInstanceOf(BadUserRequestException.class);
        assertThat(hostile.wasReached()).isFalse();
    }

    private static TaskQuery hidden(TaskService tasks) {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${hostile.reach()}")
                .taskName("none")
                .endOr();
    }

    @Test
    void anExpressionInAQueryThatIsNotStoredIsRefused() {
        var query = engine.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}");
        assertThatThrownBy(query::list).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void aStoredFilterReachesNoBeanEither() {
        var filter = engine.getFilterService()
                .newTaskFilter("hostile")
                .setQuery(engine.getTaskService().createTaskQuery().taskAssigneeExpression("${hostile.reach()}"));
        engine.getFilterService().saveFilter(filter);
        assertThatThrownBy(() -> engine.getFilterService().list(filter.getId()))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(hostile.wasReached()).isFalse();
        engine.getFilterService().deleteFilter(filter.getId());
    }

    @Test
    void theStoredFiltersOfTasklistStillKnowWhoAsksAndWhatTimeItIs() {
        var id = pieces.takenByLegal();
        var legal = new Somebody(engine, "legal");
        var task = pieces.only(id).id();
        legal.does(() -> {
            assertThat(engine.getFilterService().<Task>listPage(filter("My tasks"), 0, 100))
                    .extracting(found -> found.getId())
                    .contains(task);
            assertThat(engine.getFilterService().count(filter("Due soon"))).isNotNegative();
            assertThat(engine.getFilterService().count(filter("Overdue"))).isNotNegative();
            assertThat(engine.getFilterService().count(filter("My group's tasks")))
                    .isNotNegative();
        });
    }

    private String filter(String name) {
        return engine.getFilterService()
                .createTaskFilterQuery()
                .filterName(name)
                .singleResult()
                .getId();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${hostile}",
                "${hostile.reach()}",
                "${hostile['reach']}",
                "${dataSource}",
                "${processEngine}",
                "${environment}",
                "${execution}",
                "${task}",
                "${authenticatedUserId}",
                "${variableContext}",
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.length()}",
                "${contentId.getClass()}",
                "${contentId.length()}",
                "${contentId.bytes}",
                "${deadlines.getClass()}",
                "${deadlines.class}",
                "${deadlines.hashCode()}",
                "${deadlines.properties}",
                "${stages.of(contentId).iterator()}",
                "${stages.of(contentId)[0]}",
                "${now().getTime()}",
                "${now().class}",
                "${dateTime().toDate()}",
                "${dateTime().getZone()}",
                "${currentUser().length()}",
                "${S('{}')}",
                "${JSON('{}')}",
                "${XML('<a/>')}",
                "${reason}",
                "${decision}",
                "${anything}"
            })
    void nothingButWhatIsListedExists(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOf(Exception.class);
        assertThat(hostile.wasReached()).isFalse();
    }

    @Test
    void whatIsListedWorks() {
        assertThat(value("${deadlines.reminder()}")).isEqualTo("PT24H");
        assertThat(value("${deadlines.escalation()}")).isEqualTo("PT48H");
        assertThat(value("${stages.of(furtherStages)}")).isEqualTo(List.of("ethics", "press"));
        assertThat(value("${stages.of(publishAt)}")).isEqualTo(List.of());
        assertThat(value("${legalOutcome == 'APPROVED'}")).isEqualTo(true);
        assertThat(value("${publishAt == null and privacyReviewNeeded}")).isEqualTo(false);
    }

    @Test
    void anExpressionWritesNothing() {
        assertThatThrownBy(() -> inCommand(() -> {
                    configuration()
                            .getExpressionManager()
                            .createExpression("${contentId}")
                            .setValue("another", scope());
                    return null;
                }))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void onThePlainEngineAConditionReachesEveryBean() {
        PlainEngine.deploy(
                "condition.bpmn",
                Bpmn.createExecutableProcess("condition")
                        .startEvent()
                        .exclusiveGateway()
                        .condition("yes", "${hostile.reach() != null}")
                        .endEvent()
                        .moveToLastGateway()
                        .endEvent()
                        .done());
        PlainEngine.engine().getRuntimeService().startProcessInstanceByKey("condition");
        assertThat(PlainEngine.hostile().wasReached()).isTrue();
    }

    private @Nullable Object value(String expression) {
        return inCommand(() -> configuration()
                .getExpressionManager()
                .createExpression(expression)
                .getValue(scope()));
    }

    private static StartProcessVariableScope scope() {
        return new FixedScope(Map.of(
                "contentId", "0b0e7f3a-0000-4000-8000-000000000001",
                "furtherStages", "[\"ethics\",\"press\"]",
                "legalOutcome", "APPROVED",
                "privacyReviewNeeded", false,
                "reason", "words",
                "decision", "APPROVE"));
    }

    private <T extends @Nullable Object> T inCommand(Supplier<T> work) {
        return configuration().getCommandExecutorTxRequired().execute(context -> work.get());
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static final class FixedScope extends StartProcessVariableScope {
        private final Map<String, Object> variables;

        FixedScope(Map<String, Object> variables) {
            this.variables = variables;
        }

        @Override
        public @Nullable Object getVariable(String name) {
            return variables.get(name);
        }

        @Override
        public boolean hasVariable(String name) {
            return variables.containsKey(name);
        }
    }
}
