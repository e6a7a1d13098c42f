package io.imprimatur.desk.pages;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Piece;
import io.imprimatur.desk.DeskProperties;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Page;
import io.imprimatur.review.Reviews;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pieces that are somebody's own, or, for compliance, all of them. */
@Controller
class PiecesController {
    private final Contents contents;
    private final ApprovalFlow flow;
    private final Screenings screenings;
    private final Reviews reviews;
    private final CurrentPerson currentPerson;
    private final DeskProperties properties;

    PiecesController(
            Contents contents,
            ApprovalFlow flow,
            Screenings screenings,
            Reviews reviews,
            CurrentPerson currentPerson,
            DeskProperties properties) {
        this.contents = contents;
        this.flow = flow;
        this.screenings = screenings;
        this.reviews = reviews;
        this.currentPerson = currentPerson;
        this.properties = properties;
    }

    /**
     * @param title null when the piece is somebody else's: seeing it here would be a read that nobody noted
     * @param asked what its author is asked for, in words
     */
    record Row(
            UUID id,
            ContentKind kind,
            ContentState state,
            String author,
            @Nullable String title,
            int revision,
            Instant changedAt,
            List<String> openStages,
            @Nullable String asked) {}

    @GetMapping("/contents")
    String pieces(
            @RequestParam(required = false) @Nullable ContentState state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Person reader = currentPerson.require();
        boolean all = reader.isIn(Groups.COMPLIANCE);
        Set<ContentState> states = state == null ? EnumSet.allOf(ContentState.class) : EnumSet.of(state);
        int number = Math.max(0, page);
        Page<Piece> found = all
                ? contents.all(states, number, properties.pageSize())
                : contents.ofAuthor(reader.id(), states, number, properties.pageSize());
        model.addAttribute(
                "rows", found.items().stream().map(piece -> row(piece, reader)).toList());
        model.addAttribute("found", found);
        model.addAttribute("more", (long) (number + 1) * found.size() < found.total());
        model.addAttribute("state", state);
        model.addAttribute("states", ContentState.values());
        model.addAttribute("all", all);
        model.addAttribute("writes", reader.isIn(Groups.AUTHORS));
        return "desk/pieces";
    }

    private Row row(Piece piece, Person reader) {
        boolean own = piece.author().equals(reader.id());
        return new Row(
                piece.id(),
                piece.kind(),
                piece.state(),
                piece.author(),
                own ? contents.current(piece.id()).title() : null,
                piece.revision(),
                piece.changedAt(),
                flow.openTasks(piece.id()).stream()
                        .map(task -> task.stage() == null ? "" : task.stage())
                        .filter(stage -> !stage.isEmpty())
                        .toList(),
                own && piece.state() == ContentState.DRAFT ? asked(piece) : null);
    }

    private @Nullable String asked(Piece piece) {
        if (screenings
                .verdict(piece.id(), piece.revision())
                .filter(Verdict.BLOCK::equals)
                .isPresent()) {
            return "Stopped by screening";
        }
        boolean changes = reviews.decisions(piece.id()).stream()
                .anyMatch(
                        made -> made.revision() == piece.revision() && made.decision() == TaskDecision.REQUEST_CHANGES);
        return changes ? "Changes asked for" : null;
    }
}
