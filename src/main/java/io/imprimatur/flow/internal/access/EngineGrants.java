package io.imprimatur.flow.internal.access;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings grants and filters of the engine to what this version says, at every start; what others added stays. */
@Component
class EngineGrants implements SmartInitializingSingleton {
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EngineGrants(
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            oneNodeAtATime();
            EngineGrant.all().forEach(this::grant);
            TasklistFilter.ALL.forEach(this::offer);
        });
    }

    private void oneNodeAtATime() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('imprimatur.engine-set-up'))")
                .query(Integer.class)
                .single();
    }

    private void grant(EngineGrant grant) {
        var query = authorizations
                .createAuthorizationQuery()
                .resourceType(grant.resource())
                .resourceId(grant.resourceId());
        query = grant.group() == null
                ? query.authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                : query.authorizationType(Authorization.AUTH_TYPE_GRANT).groupIdIn(grant.group());
        var known = query.singleResult();
        var authorization = known == null ? create(grant) : known;
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }

    private Authorization create(EngineGrant grant) {
        var authorization = authorizations.createNewAuthorization(
                grant.group() == null ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT);
        if (grant.group() == null) {
            authorization.setUserId(Authorization.ANY);
        } else {
            authorization.setGroupId(grant.group());
        }
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.resourceId());
        return authorization;
    }

    private void offer(TasklistFilter offered) {
        var known = filters.createTaskFilterQuery().filterName(offered.name()).list();
        Filter filter = known.isEmpty() ? filters.newTaskFilter(offered.name()) : known.get(0);
        filter.setQuery(offered.query(tasks.createTaskQuery()));
        filter.setProperties(offered.properties());
        filters.saveFilter(filter);
        grant(EngineGrant.everybody(Resources.FILTER, filter.getId(), Permissions.READ));
    }
}
