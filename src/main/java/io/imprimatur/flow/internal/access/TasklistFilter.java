package io.imprimatur.flow.internal.access;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A filter that everybody finds in Tasklist. Its expressions are the engine's own functions of the person who asks and of
 * the time; nobody but members of {@code camunda-admin} may store others.
 *
 * @param priority where it stands in the list; lower is higher
 */
record TasklistFilter(String name, int priority, String description, UnaryOperator<TaskQuery> criteria) {
    static final List<TasklistFilter> ALL = List.of(
            new TasklistFilter(
                    "My tasks",
                    10,
                    "What you have claimed or what was given to you",
                    query -> query.taskAssigneeExpression("${ currentUser() }")),
            new TasklistFilter(
                    "My group's tasks",
                    20,
                    "What anybody in your groups may claim",
                    query -> query.taskCandidateGroupInExpression("${ currentUserGroups() }")),
            new TasklistFilter("Due soon", 30, "Due within a day", query -> query.dueAfterExpression("${ now() }")
                    .dueBeforeExpression("${ dateTime().plusDays(1) }")),
            new TasklistFilter(
                    "Overdue", 40, "Should be done by now", query -> query.dueBeforeExpression("${ now() }")));

    TaskQuery query(TaskQuery empty) {
        return criteria.apply(empty)
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc();
    }

    /** What Tasklist shows of it; of each task the number of the revision. */
    Map<String, Object> properties() {
        return Map.of(
                "description",
                description,
                "priority",
                priority,
                "color",
                "#1d5c63",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", "revision", "label", "Revision")));
    }
}
