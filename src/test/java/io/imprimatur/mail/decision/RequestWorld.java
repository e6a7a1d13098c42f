package io.imprimatur.mail.decision;

import static org.mockito.Mockito.mock;

import io.imprimatur.audit.Ledger;
import io.imprimatur.content.Contents;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.identity.People;
import io.imprimatur.review.Reviews;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests and preferences on a real database, for tests of letters. */
public final class RequestWorld {
    private final DecisionProperties properties = new DecisionProperties(
            "decide@hospital.example",
            Duration.ofDays(7),
            Duration.ZERO,
            Duration.ofHours(1),
            true,
            20,
            50,
            List.of(),
            Duration.ofDays(30),
            Duration.ofDays(365));
    private final DecisionAddress address = new DecisionAddress(properties);
    private final Preferences preferences;
    private final Requests requests;
    private final Standings standings;
    private final Unsubscribing unsubscribing;
    private final Bounces bounces;

    public RequestWorld(
            JdbcClient jdbc, ApprovalFlow flow, Contents contents, Reviews reviews, People people, Clock clock) {
        var ledger = mock(Ledger.class);
        this.preferences = new Preferences(jdbc, ledger, clock);
        this.requests = new Requests(new RequestStore(jdbc), preferences, properties, clock);
        this.standings = new Standings(flow, contents, reviews, clock);
        this.unsubscribing = new Unsubscribing(jdbc, preferences, clock);
        this.bounces = new Bounces(jdbc, people, address, ledger, event -> {}, clock);
    }

    public DecisionProperties properties() {
        return properties;
    }

    public DecisionAddress address() {
        return address;
    }

    public Preferences preferences() {
        return preferences;
    }

    public Requests requests() {
        return requests;
    }

    public Standings standings() {
        return standings;
    }

    public Unsubscribing unsubscribing() {
        return unsubscribing;
    }

    public Bounces bounces() {
        return bounces;
    }
}
