package io.imprimatur.desk.pages;

import io.imprimatur.desk.view.PieceReading;
import io.imprimatur.desk.view.PieceView;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a reviewer reads before deciding; Tasklist shows it inside the review's form. */
@Controller
class ReviewController {
    private final PieceReading reading;
    private final ReviewModel shown;
    private final ApprovalFlow flow;
    private final CurrentPerson currentPerson;

    ReviewController(PieceReading reading, ReviewModel shown, ApprovalFlow flow, CurrentPerson currentPerson) {
        this.reading = reading;
        this.shown = shown;
        this.flow = flow;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/review/{contentId}")
    String review(
            @PathVariable UUID contentId,
            @RequestParam(name = "task", required = false) @Nullable String taskId,
            Model model) {
        return page(contentId, taskId, model);
    }

    /** Gives the task back to its group: whoever may only work on tasks has no other way in Tasklist. */
    @PostMapping("/review/{contentId}/release")
    String release(
            @PathVariable UUID contentId,
            @RequestParam(name = "task") String taskId,
            Model model,
            HttpServletResponse response) {
        try {
            flow.release(taskId, currentPerson.require().id());
            return "redirect:/review/" + contentId + "?released&task=" + taskId;
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused);
            return page(contentId, taskId, model);
        }
    }

    private String page(UUID contentId, @Nullable String taskId, Model model) {
        Person reader = currentPerson.require();
        PieceView view = reading.read(contentId, reader);
        if (!view.inFull()) {
            return "redirect:/contents/" + contentId;
        }
        Optional<FlowTask> task = task(view, taskId, reader);
        shown.fill(model, view, reader, task.map(FlowTask::stage).orElse(null));
        model.addAttribute("task", task.orElse(null));
        task.ifPresent(open -> model.addAttribute("mine", reader.id().equals(open.assignee())));
        return "desk/review";
    }

    private static Optional<FlowTask> task(PieceView view, @Nullable String taskId, Person reader) {
        var reviews =
                view.openTasks().stream().filter(open -> open.stage() != null).toList();
        return reviews.stream()
                .filter(open -> open.id().equals(taskId))
                .findFirst()
                .or(() -> reviews.stream()
                        .filter(open -> reader.id().equals(open.assignee())
                                || open.candidateGroups().stream().anyMatch(reader::isIn))
                        .findFirst());
    }
}
