package io.imprimatur.flow.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.flow.spi.BuildingBlock;
import io.imprimatur.flow.spi.Effect;
import io.imprimatur.flow.spi.RequiredStages;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.delegate.SignallableActivityBehavior;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/* No @Configuration, so that the whole application does not find it by scanning. */
@EnableAutoConfiguration(exclude = CamundaBpmRestJerseyAutoConfiguration.class)
@ConfigurationPropertiesScan("io.imprimatur.flow.internal")
@ComponentScan({
    "io.imprimatur.flow.internal.access",
    "io.imprimatur.flow.internal.approval",
    "io.imprimatur.flow.internal.blocks",
    "io.imprimatur.flow.internal.door",
    "io.imprimatur.flow.internal.engine",
    "io.imprimatur.flow.internal.startup",
    "io.imprimatur.flow.internal.tasks",
    "io.imprimatur.flow.internal.people"
})
@Import({FakeDesk.class, FakeReviews.class, Captured.class, Pieces.class})
class FlowAlone {
    static final Map<String, String> GROUP_OF = Map.of(
            "author", "authors",
            "legal", "legal",
            "legal2", "legal",
            "clinical", "clinical",
            "compliance", "compliance",
            "manager", "managers",
            "admin", "camunda-admin");

    @Bean
    People people() {
        return new People() {
            @Override
            public Optional<Person> find(String id) {
                return Optional.ofNullable(GROUP_OF.get(id)).map(group -> person(id, group));
            }

            @Override
            public Optional<Person> findActive(String id) {
                return find(id);
            }

            @Override
            public List<Person> inGroup(String group) {
                return all().stream().filter(person -> person.isIn(group)).toList();
            }

            @Override
            public List<Person> all() {
                return GROUP_OF.entrySet().stream()
                        .map(entry -> person(entry.getKey(), entry.getValue()))
                        .toList();
            }

            @Override
            public List<String> groups() {
                return GROUP_OF.values().stream().distinct().toList();
            }

            @Override
            public boolean passwordMatches(String id, String password) {
                return id.equals(password);
            }
        };
    }

    private static Person person(String id, String group) {
        return new Person(id, id, id + "@imprimatur.local", Set.of(group));
    }

    @Bean
    CurrentPerson nobody() {
        return new CurrentPerson() {
            @Override
            public Optional<Person> get() {
                return Optional.empty();
            }

            @Override
            public Person require() {
                throw new AssertionError("nobody is asked");
            }

            @Override
            public void runAs(Person person, Runnable work) {
                work.run();
            }
        };
    }

    @Bean
    RequiredStages requiredStages() {
        return () -> Set.of("legal", "clinical");
    }

    @Bean
    Noted ledger() {
        return new Noted();
    }

    /** Stands in for the ledger. */
    static final class Noted implements Ledger {
        private final List<LedgerEntry> entries = new CopyOnWriteArrayList<>();

        @Override
        public void record(LedgerEntry entry) {
            entries.add(entry);
        }

        List<LedgerEntry> about(UUID contentId) {
            return entries.stream()
                    .filter(entry -> contentId.equals(entry.contentId()))
                    .toList();
        }
    }

    @Bean
    BuildingBlock screenBlock() {
        return new BuildingBlock("screenRevision", Effect.SCREEN);
    }

    @Bean
    BuildingBlock publishBlock() {
        return new BuildingBlock("publish", Effect.PUBLISH);
    }

    @Bean
    BuildingBlock verifyBlock() {
        return new BuildingBlock("verifyLive", Effect.VERIFY_LIVE);
    }

    @Bean
    BuildingBlock takeDownBlock() {
        return new BuildingBlock("takeDown", Effect.TAKE_DOWN);
    }

    @Bean
    JavaDelegate takeDown() {
        return execution -> {};
    }

    @Bean
    JavaDelegate screenRevision(Failing failing) {
        return execution -> {
            failing.pass();
            execution.setVariable("privacyReviewNeeded", false);
            execution.setVariable("furtherStages", "[]");
            execution.setVariable("furtherOutcome", "APPROVED");
        };
    }

    @Bean
    Failing failing() {
        return new Failing();
    }

    /** Lets screening fail as a test wants it. */
    static final class Failing {
        private @Nullable RuntimeException fault;

        void failWith(RuntimeException exception) {
            fault = exception;
        }

        void recover() {
            fault = null;
        }

        void pass() {
            if (fault != null) {
                throw fault;
            }
        }
    }

    @Bean
    SignallableActivityBehavior publish() {
        return new AbstractBpmnActivityBehavior() {
            @Override
            public void execute(ActivityExecution execution) {}

            @Override
            public void signal(ActivityExecution execution, String name, Object data) {
                leave(execution);
            }
        };
    }

    @Bean
    JavaDelegate verifyLive() {
        return execution -> {};
    }

    /** A bean that no module lists: whoever reaches it has broken out. */
    @Bean
    Hostile hostile() {
        return new Hostile();
    }

    /** Notes that it was reached. */
    public static final class Hostile {
        private boolean reached;

        public String reach() {
            reached = true;
            return "reached";
        }

        /** Whether somebody reached it since this was last asked. */
        boolean wasReached() {
            var was = reached;
            reached = false;
            return was;
        }
    }
}
