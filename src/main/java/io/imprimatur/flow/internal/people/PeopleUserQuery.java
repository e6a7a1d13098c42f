package io.imprimatur.flow.internal.people;

import io.imprimatur.identity.People;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryProperty;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.query.QueryProperty;
import org.jspecify.annotations.Nullable;

/** Active people by the engine's criteria. Everybody may start a process, so {@code potentialStarter} excludes nobody. */
final class PeopleUserQuery extends UserQueryImpl {
    private static final long serialVersionUID = 1L;

    private static final Map<QueryProperty, Function<User, @Nullable String>> ORDERS = Map.of(
            UserQueryProperty.USER_ID, User::getId,
            UserQueryProperty.FIRST_NAME, User::getFirstName,
            UserQueryProperty.LAST_NAME, User::getLastName,
            UserQueryProperty.EMAIL, User::getEmail);

    private final transient People people;

    PeopleUserQuery(People people) {
        this.people = people;
    }

    PeopleUserQuery(CommandExecutor executor, People people) {
        super(executor);
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext context) {
        checkQueryOk();
        return matching().count();
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
        checkQueryOk();
        return matching()
                .sorted(Criteria.order(getOrderingProperties(), ORDERS, User::getId))
                .skip(getFirstResult())
                .limit(getMaxResults())
                .toList();
    }

    private Stream<User> matching() {
        var candidates = groupId == null ? people.all() : people.inGroup(groupId);
        return candidates.stream().map(PeopleIdentityProvider::user).filter(this::matches);
    }

    private boolean matches(User user) {
        return tenantId == null
                && Criteria.equal(id, user.getId())
                && Criteria.oneOf(ids, user.getId())
                && Criteria.equal(firstName, user.getFirstName())
                && Criteria.like(firstNameLike, user.getFirstName())
                && Criteria.equal(lastName, user.getLastName())
                && Criteria.like(lastNameLike, user.getLastName())
                && Criteria.equal(email, user.getEmail())
                && Criteria.like(emailLike, user.getEmail());
    }
}
