package io.imprimatur.publishing.channel.portal;

import io.imprimatur.publishing.sandbox.SandboxAnswer;
import io.imprimatur.publishing.sandbox.SandboxPlatform;
import io.imprimatur.publishing.sandbox.SandboxPost;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** A FHIR server that answers some requests in its own way. */
final class OtherServer implements SandboxPlatform {
    private record Habit(
            Predicate<SandboxRequest> request,
            Function<SandboxRequest, SandboxAnswer> answer,
            boolean once,
            boolean last) {}

    private final SandboxPlatform server;
    private final List<Habit> habits = new ArrayList<>();

    OtherServer(SandboxPlatform server) {
        this.server = server;
    }

    /** Answers such requests so, always. */
    void instead(Predicate<SandboxRequest> request, Function<SandboxRequest, SandboxAnswer> answer) {
        habits.add(new Habit(request, answer, false, true));
    }

    /** Answers the next such request so, and no other. */
    void once(Predicate<SandboxRequest> request, Function<SandboxRequest, SandboxAnswer> answer, boolean instead) {
        habits.add(new Habit(request, answer, true, instead));
    }

    /** Does this first at the next such request, and then answers it as usual. */
    void once(Predicate<SandboxRequest> request, Function<SandboxRequest, SandboxAnswer> first) {
        once(request, first, false);
    }

    SandboxAnswer real(SandboxRequest request) {
        return server.answer(request);
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        for (var habit : List.copyOf(habits)) {
            if (habit.request().test(request)) {
                if (habit.once()) {
                    habits.remove(habit);
                }
                var answer = habit.answer().apply(request);
                if (habit.last()) {
                    return answer;
                }
            }
        }
        return server.answer(request);
    }

    @Override
    public String key() {
        return server.key();
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return server.account(baseUrl);
    }

    @Override
    public List<SandboxPost> posts() {
        return server.posts();
    }

    @Override
    public void vandalise(String id) {
        server.vandalise(id);
    }

    @Override
    public void remove(String id) {
        server.remove(id);
    }

    @Override
    public SandboxAnswer throttled() {
        return server.throttled();
    }

    @Override
    public SandboxAnswer expired() {
        return server.expired();
    }

    @Override
    public SandboxAnswer duplicate() {
        return server.duplicate();
    }
}
