package io.imprimatur.flow.internal.approval;

import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.internal.FlowProperties;
import io.imprimatur.flow.internal.tasks.FlowTasks;
import io.imprimatur.flow.spi.TaskGuard;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds open tasks. Works only within a command of the engine. */
@Component
final class TaskBoard {
    private final TaskService tasks;
    private final FlowTasks flowTasks;
    private final FlowProperties properties;
    private final People people;
    private final ObjectProvider<TaskGuard> guards;

    TaskBoard(
            ProcessEngine engine,
            FlowTasks flowTasks,
            FlowProperties properties,
            People people,
            ObjectProvider<TaskGuard> guards) {
        this.tasks = engine.getTaskService();
        this.flowTasks = flowTasks;
        this.properties = properties;
        this.people = people;
        this.guards = guards;
    }

    Optional<FlowTask> task(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(this::read);
    }

    Optional<FlowTask> draftOf(UUID contentId) {
        return of(contentId).stream().filter(FlowTask::isDraft).findFirst();
    }

    List<FlowTask> of(UUID contentId) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(contentId.toString())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    List<FlowTask> ofPerson(String personId) {
        var found = new LinkedHashMap<String, Task>();
        mostUrgent(query().taskAssignee(personId)).forEach(task -> found.put(task.getId(), task));
        var groups = people.find(personId).map(Person::groups).orElseGet(Set::of);
        if (!groups.isEmpty()) {
            mostUrgent(query().taskUnassigned().taskCandidateGroupIn(new ArrayList<>(groups)))
                    .forEach(task -> found.putIfAbsent(task.getId(), task));
        }
        return found.values().stream()
                .map(this::read)
                .filter(task -> guards.stream()
                        .allMatch(guard -> guard.refusalToWork(task, personId).isEmpty()))
                .toList();
    }

    private TaskQuery query() {
        return tasks.createTaskQuery().active();
    }

    private List<Task> mostUrgent(TaskQuery query) {
        return query.orderByTaskPriority().desc().orderByDueDate().asc().listPage(0, properties.tasksShown());
    }

    private FlowTask read(Task task) {
        return flowTasks.of((TaskEntity) task);
    }
}
