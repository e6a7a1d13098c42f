package io.imprimatur.flow.rest;

import io.imprimatur.flow.PublicationContract;
import io.imprimatur.flow.gate.Violation;
import io.imprimatur.flow.gate.Walk;
import io.imprimatur.flow.internal.library.Deployments;
import io.imprimatur.flow.internal.library.ElementTemplates;
import io.imprimatur.flow.internal.library.FlowTrial;
import io.imprimatur.flow.internal.library.FlowVersions;
import io.imprimatur.flow.internal.library.ModelFiles;
import io.imprimatur.flow.internal.library.ModelKind;
import io.imprimatur.flow.internal.library.ModelRefused;
import io.imprimatur.flow.internal.library.ReviewGroups;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.Problems;
import io.imprimatur.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Checking, trying and deploying flows. */
@RestController
@RequestMapping("/api/flows")
class FlowController {
    private static final int LONGEST_WALK = 2000;

    private final FlowTrial trial;
    private final Deployments deployments;
    private final ModelFiles files;
    private final ElementTemplates templates;
    private final ReviewGroups groups;
    private final FlowVersions versions;
    private final CurrentPerson person;

    FlowController(
            FlowTrial trial,
            Deployments deployments,
            ModelFiles files,
            ElementTemplates templates,
            ReviewGroups groups,
            FlowVersions versions,
            CurrentPerson person) {
        this.trial = trial;
        this.deployments = deployments;
        this.files = files;
        this.templates = templates;
        this.groups = groups;
        this.versions = versions;
        this.person = person;
    }

    record Checked(boolean accepted, List<Found> violations) {}

    /** @param path ids of nodes and sequence flows that lead to the offence, in order; empty for rules about the text */
    record Found(String rule, String element, String message, List<String> path) {
        static Found of(Violation violation) {
            return new Found(violation.rule(), violation.element(), violation.message(), violation.path());
        }
    }

    record Walking(@Nullable String xml, @Nullable List<String> choices) {}

    record Replaying(@Nullable String xml, int posts) {}

    record Replay(int looked, int same, List<Different> different) {}

    record Different(UUID contentId, String title, String was, String would, String sentence, List<String> path) {
        static Different of(FlowTrial.Difference difference) {
            return new Different(
                    difference.contentId(),
                    difference.label(),
                    difference.was().name(),
                    difference.would().name(),
                    difference.sentence(),
                    difference.path());
        }
    }

    /** @param key as the release policy names it */
    record Named(String key, String name) {}

    record Ordered(@Nullable String reason) {}

    /** @param status {@code deployed}, or {@code proposed} when it waits for a second person */
    record Answered(String status, @Nullable String definition, String url) {}

    @Operation(
            summary = "Check a flow or table",
            description =
                    "Says whether it could be deployed; nothing is stored. The forms and the flows that it calls are"
                            + " taken as they are in force. A violation's path leads from the start to the offence.")
    @PostMapping(
            path = "/check",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    Checked check(@RequestBody byte[] xml, @RequestParam(defaultValue = "model.bpmn") String name) {
        var found = trial.check(name, xml).stream().map(Found::of).toList();
        return new Checked(found.isEmpty(), found);
    }

    @Operation(summary = "Walk through a flow token by token", description = "Send the moves chosen so far.")
    @PostMapping("/walk")
    Walk walk(@RequestBody Walking walking) {
        var choices = walking.choices() == null ? List.<String>of() : walking.choices();
        if (choices.size() > LONGEST_WALK) {
            throw Refusal.invalid("walk-too-long", "A walk has at most " + LONGEST_WALK + " moves. Start again.")
                    .about("choices");
        }
        return trial.walk(required(walking.xml()), choices);
    }

    @Operation(
            summary = "Try a flow on posts of the past",
            description = "Says which of them would have gone another way.")
    @PostMapping("/replay")
    Replay replay(@RequestBody Replaying replaying) {
        var tried = trial.replay(required(replaying.xml()), replaying.posts());
        return new Replay(
                tried.looked(),
                tried.looked() - tried.different().size(),
                tried.different().stream().map(Different::of).toList());
    }

    @Operation(summary = "Building blocks as element templates", description = "The same that Camunda Modeler takes.")
    @GetMapping(path = "/templates", produces = MediaType.APPLICATION_JSON_VALUE)
    String templates() {
        return templates.json();
    }

    @Operation(summary = "Groups that can review")
    @GetMapping("/groups")
    List<String> groups() {
        return groups.names();
    }

    @Operation(summary = "Flows that a post can take", description = "The release policy names them by their keys.")
    @GetMapping("/for-posts")
    List<Named> forPosts() {
        return versions.all().stream()
                .filter(each -> each.kind() == ModelKind.FLOW)
                .map(FlowVersions.Overview::inForce)
                .filter(flow -> !PublicationContract.KEYS.contains(flow.key()))
                .map(flow -> new Named(flow.key(), flow.name()))
                .toList();
    }

    @Operation(summary = "The model of a deployed version")
    @GetMapping(path = "/versions/{definitionId}/xml", produces = MediaType.APPLICATION_XML_VALUE)
    byte[] model(@PathVariable String definitionId) {
        return files.model(definitionId);
    }

    @Operation(summary = "The model that a proposal would put in force")
    @GetMapping(path = "/proposals/{id}/xml", produces = MediaType.APPLICATION_XML_VALUE)
    byte[] proposed(@PathVariable UUID id) {
        return deployments
                .proposal(id)
                .model()
                .orElseThrow(() -> Refusal.notFound("no-model", "This proposal holds forms alone."));
    }

    @Operation(
            summary = "Deploy a draft",
            description =
                    "With a reason. Where the house wants a second person, it waits as a proposal. A draft that is in"
                            + " force is no draft any more.")
    @PostMapping("/drafts/{id}/deployment")
    @ResponseStatus(HttpStatus.CREATED)
    Answered deploy(@PathVariable UUID id, @RequestBody Ordered ordered) {
        var reason = ordered.reason() == null ? "" : ordered.reason();
        var outcome = deployments.deploy(id, reason, person.require());
        return outcome.proposal() == null
                ? new Answered("deployed", outcome.definitionId(), "/flows/" + outcome.key())
                : new Answered("proposed", null, "/flows/proposals/" + outcome.proposal());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    ProblemDetail refused(ModelRefused refused) {
        var problem = Problems.of(
                HttpStatus.UNPROCESSABLE_ENTITY.value(),
                "model-refused",
                "The check refuses this model, so it was not deployed.");
        problem.setProperty(
                "violations", refused.violations().stream().map(Found::of).toList());
        return problem;
    }

    private static String required(@Nullable String xml) {
        if (xml == null || xml.getBytes(StandardCharsets.UTF_8).length == 0) {
            throw Refusal.invalid("no-model", "Send the model in the field \"xml\".")
                    .about("xml");
        }
        return xml;
    }
}
