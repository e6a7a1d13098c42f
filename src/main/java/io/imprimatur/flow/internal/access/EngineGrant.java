package io.imprimatur.flow.internal.access;

import io.imprimatur.flow.ContentApproval;
import io.imprimatur.identity.Groups;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;

/**
 * What the engine lets people do in general. Tasks are not here: the engine itself grants each one to its assignee and to
 * its candidate groups.
 *
 * @param group who; null means everybody
 */
record EngineGrant(@Nullable String group, Resource resource, String resourceId, List<Permission> permissions) {

    /** Everybody works in Tasklist and may start a piece; managers deploy, look at what runs and repair faults. */
    static List<EngineGrant> all() {
        return Stream.concat(
                        Stream.of(
                                everybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS),
                                everybody(
                                        Resources.PROCESS_DEFINITION,
                                        ContentApproval.KEY,
                                        ProcessDefinitionPermissions.READ,
                                        ProcessDefinitionPermissions.CREATE_INSTANCE),
                                everybody(
                                        Resources.PROCESS_INSTANCE,
                                        Authorization.ANY,
                                        ProcessInstancePermissions.CREATE),
                                managers(Resources.DEPLOYMENT, Permissions.READ, Permissions.CREATE),
                                managers(
                                        Resources.PROCESS_DEFINITION,
                                        ProcessDefinitionPermissions.READ,
                                        ProcessDefinitionPermissions.READ_INSTANCE,
                                        ProcessDefinitionPermissions.READ_HISTORY,
                                        ProcessDefinitionPermissions.RETRY_JOB),
                                managers(Resources.DECISION_DEFINITION, Permissions.READ),
                                managers(Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ)),
                        Arrays.stream(Resources.values()).map(EngineGrant::admins))
                .toList();
    }

    static EngineGrant everybody(Resource resource, String resourceId, Permission... permissions) {
        return new EngineGrant(null, resource, resourceId, List.of(permissions));
    }

    private static EngineGrant managers(Resource resource, Permission... permissions) {
        return new EngineGrant(Groups.MANAGERS, resource, Authorization.ANY, List.of(permissions));
    }

    private static EngineGrant admins(Resource resource) {
        return new EngineGrant(Groups.ADMINS, resource, Authorization.ANY, List.of(Permissions.ALL));
    }
}
