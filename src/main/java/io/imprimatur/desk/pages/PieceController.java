package io.imprimatur.desk.pages;

import io.imprimatur.content.ContentState;
import io.imprimatur.content.Revision;
import io.imprimatur.content.comparison.RevisionComparison;
import io.imprimatur.content.comparison.RevisionComparison.FieldChange;
import io.imprimatur.desk.view.ChannelView;
import io.imprimatur.desk.view.FindingInContext;
import io.imprimatur.desk.view.PieceReading;
import io.imprimatur.desk.view.PieceText;
import io.imprimatur.desk.view.PieceView;
import io.imprimatur.desk.view.Timeline;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Remarks;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.Previews;
import io.imprimatur.review.Reviews;
import io.imprimatur.screening.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One piece: what happened to it, what is asked for, what changed. */
@Controller
class PieceController {
    private final PieceReading reading;
    private final RevisionComparison comparison;
    private final Timeline timeline;
    private final Reviews reviews;
    private final ComposeDesk desk;
    private final Previews previews;
    private final Remarks remarks;
    private final CurrentPerson currentPerson;

    PieceController(
            PieceReading reading,
            RevisionComparison comparison,
            Timeline timeline,
            Reviews reviews,
            ComposeDesk desk,
            Previews previews,
            Remarks remarks,
            CurrentPerson currentPerson) {
        this.reading = reading;
        this.comparison = comparison;
        this.timeline = timeline;
        this.reviews = reviews;
        this.desk = desk;
        this.previews = previews;
        this.remarks = remarks;
        this.currentPerson = currentPerson;
    }

    /** A revision with what it changed in the one before. */
    record Step(Revision revision, List<FieldChange> changes) {}

    @GetMapping("/contents/{id}")
    String piece(@PathVariable UUID id, Model model) {
        return page(id, model);
    }

    @PostMapping("/contents/{id}/submit")
    String submit(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String contestReason,
            Model model,
            HttpServletResponse response) {
        try {
            desk.submit(id, currentPerson.require(), contestReason);
            return "redirect:/contents/" + id + "?submitted";
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused);
            model.addAttribute("contestReason", contestReason);
            return page(id, model);
        }
    }

    private String page(UUID id, Model model) {
        Person reader = currentPerson.require();
        PieceView view = reading.read(id, reader);
        boolean own = view.inFull() && view.piece().author().equals(reader.id());
        ContentState state = view.piece().state();
        boolean draft = state == ContentState.DRAFT;
        boolean underWay = state == ContentState.SCREENING || state == ContentState.IN_REVIEW;
        model.addAttribute("view", view);
        model.addAttribute("text", PieceText.of(view.current(), view));
        model.addAttribute(
                "previews",
                previews.of(view.current()).stream()
                        .map(each -> ChannelView.of(each, view.current()))
                        .toList());
        model.addAttribute("findings", FindingInContext.toAnswer(view));
        model.addAttribute("own", FindingInContext.own(view));
        model.addAttribute("events", timeline.of(view));
        model.addAttribute("remarks", view.inFull() ? remarks.of(id) : List.of());
        model.addAttribute("steps", steps(view));
        model.addAttribute("editable", own && (draft || underWay || state == ContentState.SCHEDULED));
        model.addAttribute("submittable", own && draft);
        model.addAttribute("withdrawable", reader.isIn(Groups.COMPLIANCE) || reader.isIn(Groups.MANAGERS));
        model.addAttribute("contestable", own && draft && view.verdict() == Verdict.BLOCK);
        model.addAttribute("lonelyStages", own && (draft || underWay) ? reviews.stagesWithoutReviewer(id) : List.of());
        return "desk/piece";
    }

    /** Newest first. */
    private List<Step> steps(PieceView view) {
        var steps = new ArrayList<Step>();
        List<Revision> revisions = view.revisions();
        for (int i = 1; i < revisions.size(); i++) {
            steps.add(new Step(revisions.get(i), comparison.compare(revisions.get(i - 1), revisions.get(i))));
        }
        Collections.reverse(steps);
        return steps;
    }
}
