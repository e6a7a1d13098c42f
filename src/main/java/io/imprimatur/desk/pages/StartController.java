package io.imprimatur.desk.pages;

import io.imprimatur.content.Contents;
import io.imprimatur.desk.samples.SampleOverview;
import io.imprimatur.desk.view.Words;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what to do next. */
@Controller
class StartController {
    private static final List<String> DEMO_ORDER =
            List.of("author", "legal", "clinical", "compliance", "privacy", "manager", "admin");

    private final ApprovalFlow flow;
    private final Contents contents;
    private final Words words;
    private final SampleOverview samples;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Visitor visitor;

    StartController(
            ApprovalFlow flow,
            Contents contents,
            Words words,
            SampleOverview samples,
            People people,
            CurrentPerson currentPerson,
            Visitor visitor) {
        this.flow = flow;
        this.contents = contents;
        this.words = words;
        this.samples = samples;
        this.people = people;
        this.currentPerson = currentPerson;
        this.visitor = visitor;
    }

    /** Something that waits for somebody, with the page where it is done. */
    record Waiting(FlowTask task, String name, String href) {}

    /**
     * @param waiting how many tasks wait for that person
     * @param firstDraft a piece that waits for them as its author
     */
    record DemoPerson(Person person, int waiting, @Nullable UUID firstDraft) {}

    @GetMapping("/")
    String start(Model model) {
        currentPerson.get().ifPresent(person -> {
            model.addAttribute("me", person);
            model.addAttribute(
                    "waiting",
                    flow.tasksOf(person.id()).stream().map(this::waiting).toList());
        });
        if (visitor.local()) {
            model.addAttribute("places", samples.places());
            model.addAttribute("cast", cast());
        }
        return "desk/start";
    }

    /** Authors know their pieces by title; a reviewer's reading of somebody's title would have to be noted. */
    private Waiting waiting(FlowTask task) {
        if (task.stage() == null) {
            String title = contents.current(task.contentId()).title();
            return new Waiting(task, title.isBlank() ? "(no title yet)" : title, "/contents/" + task.contentId());
        }
        var piece = contents.require(task.contentId());
        String name = "%s: %s by %s"
                .formatted(words.stage(task.stage()), words.kind(piece.kind()), words.person(piece.author()));
        return new Waiting(task, name, tasklist(task.id()));
    }

    private List<DemoPerson> cast() {
        return people.all().stream()
                .filter(person -> DEMO_ORDER.contains(person.id()))
                .sorted(Comparator.comparing(person -> DEMO_ORDER.indexOf(person.id())))
                .map(this::demoPerson)
                .toList();
    }

    private DemoPerson demoPerson(Person person) {
        var tasks = flow.tasksOf(person.id());
        UUID draft = tasks.stream()
                .filter(task -> task.stage() == null)
                .map(FlowTask::contentId)
                .findFirst()
                .orElse(null);
        return new DemoPerson(person, tasks.size(), draft);
    }

    private static String tasklist(String taskId) {
        return "/camunda/app/tasklist/default/#/?task=" + taskId;
    }
}
