package io.imprimatur.flow.internal.approval;

import io.imprimatur.flow.FlowIncident;
import io.imprimatur.flow.internal.tasks.Step;
import io.imprimatur.platform.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine's incidents: failed jobs, and publications that exhausted their tries. */
@Component
final class Incidents {
    private static final String PUBLICATION = "publication";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryServiceImpl repository;

    Incidents(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.repository = (RepositoryServiceImpl) engine.getRepositoryService();
    }

    /** Once per cause. */
    void open(String executionId, String cause) {
        var known = runtime.createIncidentQuery()
                .executionId(executionId)
                .incidentType(PUBLICATION)
                .configuration(cause)
                .count();
        if (known == 0) {
            runtime.createIncident(PUBLICATION, executionId, cause);
        }
    }

    void resolve(String executionId) {
        runtime.createIncidentQuery()
                .executionId(executionId)
                .incidentType(PUBLICATION)
                .list()
                .forEach(incident -> runtime.resolveIncident(incident.getId()));
    }

    /** Oldest first. */
    List<FlowIncident> all() {
        return runtime.createIncidentQuery().orderByIncidentTimestamp().asc().list().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .map(this::read)
                .toList();
    }

    void retry(String incidentId) {
        var incident = runtime.createIncidentQuery().incidentId(incidentId).singleResult();
        if (incident == null) {
            throw Refusal.notFound("incident-not-found", "This incident is resolved or never was.");
        }
        if (!Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType())) {
            throw Refusal.conflict("incident-not-a-job", "Try the publication again instead.");
        }
        management
                .setJobRetries(1)
                .jobId(incident.getConfiguration())
                .dueDate(ClockUtil.getCurrentTime())
                .execute();
    }

    private FlowIncident read(Incident incident) {
        var failedJob = Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType());
        var place = placeOf(incident);
        return new FlowIncident(
                incident.getId(),
                contentIdOf(incident),
                incident.getActivityId(),
                place.map(ActivityImpl::getName).orElse(incident.getActivityId()),
                place.flatMap(Step::of).map(Step::block).orElse(null),
                String.valueOf(failedJob ? incident.getIncidentMessage() : incident.getConfiguration()),
                incident.getIncidentTimestamp().toInstant());
    }

    private Optional<ActivityImpl> placeOf(Incident incident) {
        return Optional.ofNullable(incident.getProcessDefinitionId())
                .map(id -> (ProcessDefinitionEntity) repository.getProcessDefinition(id))
                .map(definition -> definition.findActivity(incident.getActivityId()));
    }

    private @Nullable UUID contentIdOf(Incident incident) {
        var instance = incident.getProcessInstanceId() == null
                ? null
                : runtime.createProcessInstanceQuery()
                        .processInstanceId(incident.getProcessInstanceId())
                        .singleResult();
        return instance == null || instance.getBusinessKey() == null
                ? null
                : UUID.fromString(instance.getBusinessKey());
    }
}
