package io.imprimatur.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.identity.Groups;
import io.imprimatur.platform.CannotStart;
import io.imprimatur.testing.IntegrationTest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class PeopleAtStartTest {
    private static final ObjectProvider<DemoPeople> NO_DEMONSTRATION =
            new StaticListableBeanFactory().getBeanProvider(DemoPeople.class);

    @Autowired
    PersonStore people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void refusesToStartWithoutAnAdministrator() {
        removeEverybody();

        assertThatThrownBy(() -> startOutsideTheDemonstration(null))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("camunda-admin")
                .hasMessageContaining("IMPRIMATUR_ADMIN_PASSWORD");
    }

    @Test
    void refusesToStartWithAPasswordOfTheDemonstration() {
        assertThatThrownBy(() -> startOutsideTheDemonstration("a long enough password"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("still has the password of the demonstration");
    }

    @Test
    void createsTheFirstAdministratorOnce() {
        removeEverybody();

        startOutsideTheDemonstration("a long enough password");
        startOutsideTheDemonstration("quite another password");

        assertThat(people.inGroup(Groups.ADMINS)).singleElement().satisfies(admin -> {
            assertThat(people.passwordMatches(admin.id(), "a long enough password"))
                    .isTrue();
            assertThat(people.passwordMatches(admin.id(), "quite another password"))
                    .isFalse();
        });
    }

    @Test
    void refusesAFirstPasswordThatIsTooShort() {
        removeEverybody();

        assertThatThrownBy(() -> startOutsideTheDemonstration("admin"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("at least 12 characters")
                .hasMessageNotContaining("admin\"");
    }

    private void removeEverybody() {
        jdbc.sql("delete from person").update();
    }

    private void startOutsideTheDemonstration(@Nullable String adminPassword) {
        var properties = new IdentityProperties(
                4,
                new IdentityProperties.Login(10, 50, Duration.ofMinutes(15), 100),
                new IdentityProperties.FirstAdmin("root", "Root", "root@example.org", adminPassword));
        new PeopleAtStart(people, NO_DEMONSTRATION, properties).afterSingletonsInstantiated();
    }
}
