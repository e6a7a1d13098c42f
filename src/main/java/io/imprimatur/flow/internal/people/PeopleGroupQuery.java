package io.imprimatur.flow.internal.people;

import io.imprimatur.identity.People;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.GroupQueryProperty;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.query.QueryProperty;
import org.jspecify.annotations.Nullable;

/** Groups by the engine's criteria; only active people are members. */
final class PeopleGroupQuery extends GroupQueryImpl {
    private static final long serialVersionUID = 1L;

    private static final Map<QueryProperty, Function<Group, @Nullable String>> ORDERS = Map.of(
            GroupQueryProperty.GROUP_ID, Group::getId,
            GroupQueryProperty.NAME, Group::getName,
            GroupQueryProperty.TYPE, Group::getType);

    private final transient People people;

    PeopleGroupQuery(People people) {
        this.people = people;
    }

    PeopleGroupQuery(CommandExecutor executor, People people) {
        super(executor);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        checkQueryOk();
        return matching().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
        checkQueryOk();
        return matching()
                .sorted(Criteria.order(getOrderingProperties(), ORDERS, Group::getId))
                .skip(getFirstResult())
                .limit(getMaxResults())
                .toList();
    }

    private Stream<Group> matching() {
        return candidates().stream().map(PeopleIdentityProvider::group).filter(this::matches);
    }

    private Collection<String> candidates() {
        return userId == null
                ? people.groups()
                : people.findActive(userId).map(person -> person.groups()).orElse(Set.of());
    }

    private boolean matches(Group group) {
        return tenantId == null
                && Criteria.equal(id, group.getId())
                && Criteria.oneOf(ids, group.getId())
                && Criteria.equal(name, group.getName())
                && Criteria.like(nameLike, group.getName())
                && Criteria.equal(type, group.getType());
    }
}
