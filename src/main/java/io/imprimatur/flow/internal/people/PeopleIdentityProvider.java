package io.imprimatur.flow.internal.people;

import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** The engine's users and groups, read from {@link People}. There are no tenants. */
final class PeopleIdentityProvider implements ReadOnlyIdentityProvider {
    private final People people;

    PeopleIdentityProvider(People people) {
        this.people = people;
    }

    @Override
    public @Nullable User findUserById(String id) {
        return people.findActive(id).map(PeopleIdentityProvider::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new PeopleUserQuery(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired(), people);
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new PeopleUserQuery(people);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("People are not in the engine's tables, so they cannot be queried by SQL.");
    }

    @Override
    public boolean checkPassword(@Nullable String id, @Nullable String password) {
        return id != null && password != null && people.passwordMatches(id, password);
    }

    @Override
    public @Nullable Group findGroupById(String id) {
        return people.groups().contains(id) ? group(id) : null;
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new PeopleGroupQuery(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired(), people);
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new PeopleGroupQuery(people);
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenantQuery(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenantQuery();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    static User user(Person person) {
        var user = new UserEntity(person.id());
        var name = person.displayName();
        var lastSpace = name.lastIndexOf(' ');
        user.setFirstName(lastSpace < 0 ? "" : name.substring(0, lastSpace));
        user.setLastName(name.substring(lastSpace + 1));
        user.setEmail(person.email());
        return user;
    }

    static Group group(String name) {
        var group = new GroupEntity(name);
        group.setName(name);
        group.setType("WORKFLOW");
        return group;
    }
}
