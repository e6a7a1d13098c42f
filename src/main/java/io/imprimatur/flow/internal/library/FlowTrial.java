package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.gate.Ending;
import io.imprimatur.flow.gate.FlowCheck;
import io.imprimatur.flow.gate.ModelSummary;
import io.imprimatur.flow.gate.Replayed;
import io.imprimatur.flow.gate.Violation;
import io.imprimatur.flow.gate.Walk;
import io.imprimatur.flow.spi.PastPosts;
import io.imprimatur.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Tries a model that is not deployed: what the check says, step by step, and on posts of the past. */
@Service
public class FlowTrial {
    private final FlowCheck check;
    private final HouseCheck house;
    private final ModelFiles files;
    private final ObjectProvider<PastPosts> past;
    private final DeploymentProperties properties;

    FlowTrial(
            FlowCheck check,
            HouseCheck house,
            ModelFiles files,
            ObjectProvider<PastPosts> past,
            DeploymentProperties properties) {
        this.check = check;
        this.house = house;
        this.files = files;
        this.past = past;
        this.properties = properties;
    }

    /**
     * A post that would have gone another way.
     *
     * @param was how it went
     * @param would how it would have gone
     * @param path ids of the elements that it would have passed
     */
    public record Difference(
            UUID contentId, String label, Ending was, Ending would, String sentence, List<String> path) {
        public Difference {
            path = List.copyOf(path);
        }
    }

    /** Posts that were looked at, and those among them that would have gone another way. */
    public record Trial(int looked, List<Difference> different) {
        public Trial {
            different = List.copyOf(different);
        }
    }

    /** @param file name of the file, which tells what it is */
    public List<Violation> check(String file, byte[] model) {
        return house.check(files.completed(Map.of(file, model)));
    }

    /** @throws ModelRefused when it cannot be walked through at all */
    public Walk walk(String xml, List<String> choices) {
        var key = flowOf(xml);
        return check.walk(completed(key, xml), key, choices);
    }

    /** @throws ModelRefused when the check refuses the model */
    public Trial replay(String xml, int posts) {
        if (posts < 1 || posts > properties.replayMaxPosts()) {
            throw Refusal.invalid("posts-out-of-range", "Try it on 1 to " + properties.replayMaxPosts() + " posts.")
                    .about("posts");
        }
        var key = flowOf(xml);
        var model = completed(key, xml);
        var looked = past.getObject().last(posts);
        return new Trial(
                looked.size(),
                looked.stream()
                        .flatMap(post -> difference(model, key, post).stream())
                        .toList());
    }

    private Optional<Difference> difference(Map<String, byte[]> model, String key, PastPosts.PastPost post) {
        var replayed = check.replay(model, key, post.record());
        return replayed.ending() == post.ending()
                ? Optional.empty()
                : Optional.of(new Difference(
                        post.contentId(),
                        post.label(),
                        post.ending(),
                        replayed.ending(),
                        sentence(replayed),
                        replayed.passed()));
    }

    private static String sentence(Replayed replayed) {
        var missing = replayed.missing();
        return switch (replayed.ending()) {
            case PUBLISHED -> "It would have been published.";
            case REJECTED -> "It would have been rejected.";
            case AT_DRAFT -> "It would have gone back to its author.";
            case WAITING ->
                missing == null
                        ? "It would still wait."
                        : "It would wait for a review that nobody gave then: " + missing + ".";
            case STUCK -> "It would be stuck: no way leads on.";
        };
    }

    private Map<String, byte[]> completed(String key, String xml) {
        return files.completed(Map.of(ModelKind.FLOW.fileOf(key), xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String flowOf(String xml) {
        return ModelSummary.of(xml.getBytes(StandardCharsets.UTF_8))
                .flatMap(ModelSummary::flow)
                .orElseThrow(() -> Refusal.invalid("no-model", "This holds no process with an id."));
    }
}
