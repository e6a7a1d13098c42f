package io.imprimatur.desk.pages;

import io.imprimatur.content.MediaLibrary;
import io.imprimatur.desk.view.PieceReading;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.LinkDecisions;
import io.imprimatur.mail.LinkDecisions.Asked;
import io.imprimatur.mail.RequestStanding;
import io.imprimatur.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that the link in a message leads to. Looking at it changes nothing, however often; only its form decides. */
@Controller
@RequestMapping("/decide/{token}")
class DecideController {
    private final LinkDecisions links;
    private final PieceReading reading;
    private final ReviewModel shown;
    private final MediaLibrary media;
    private final People people;
    private final CurrentPerson currentPerson;

    DecideController(
            LinkDecisions links,
            PieceReading reading,
            ReviewModel shown,
            MediaLibrary media,
            People people,
            CurrentPerson currentPerson) {
        this.links = links;
        this.reading = reading;
        this.shown = shown;
        this.media = media;
        this.people = people;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String page(@PathVariable String token, @RequestParam(defaultValue = "") String choice, Model model) {
        model.addAttribute("choice", choice);
        return show(token, model);
    }

    @PostMapping
    String decide(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            links.decide(token, personId(), chosen(decision), reason);
            return "redirect:/decide/" + token + "?done";
        } catch (Refusal refused) {
            model.addAttribute("choice", choice(decision));
            model.addAttribute("reason", reason);
            return refused(token, refused, model, response);
        }
    }

    @PostMapping("/take")
    String take(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            links.take(token, personId());
            return "redirect:/decide/" + token + "?choice=approve";
        } catch (Refusal refused) {
            return refused(token, refused, model, response);
        }
    }

    @PostMapping("/undo")
    String undo(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            links.undo(token, personId());
            return "redirect:/decide/" + token + "?undone";
        } catch (Refusal refused) {
            return refused(token, refused, model, response);
        }
    }

    /** An image of the text that is to be decided, for whoever holds the link. */
    @GetMapping("/image/{mediaId}")
    ResponseEntity<byte[]> image(@PathVariable String token, @PathVariable UUID mediaId) {
        var asked = asked(token);
        var view = reading.read(asked.contentId(), reader(asked));
        var found = media.find(mediaId)
                .filter(image -> view.current().images().stream()
                        .anyMatch(each -> each.mediaId().equals(image.id())))
                .orElseThrow(() -> Refusal.notFound("media-not-found", "There is no such image."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.type()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(media.bytes(mediaId));
    }

    private String refused(String token, Refusal refused, Model model, HttpServletResponse response) {
        response.setStatus(refused.kind().status());
        model.addAttribute("refusal", refused);
        model.asMap().putIfAbsent("choice", "");
        return show(token, model);
    }

    private String show(String token, Model model) {
        var asked = asked(token);
        var reader = reader(asked);
        model.addAttribute("asked", asked);
        model.addAttribute("token", token);
        model.addAttribute("loggedIn", currentPerson.get().isPresent());
        if (asked.standing() != RequestStanding.OPEN) {
            return "desk/decided";
        }
        var view = reading.read(asked.contentId(), reader);
        shown.fill(model, view, reader, asked.stage());
        model.addAttribute("imagesAt", "/decide/" + token + "/image");
        model.addAttribute(
                "task",
                view.openTasks().stream()
                        .filter(task -> task.id().equals(asked.taskId()))
                        .findFirst()
                        .orElse(null));
        return "desk/decide";
    }

    private Asked asked(String token) {
        return links.open(token, personId());
    }

    private Person reader(Asked asked) {
        return people.findActive(asked.person())
                .orElseThrow(() -> Refusal.forbidden("link-for-another", "This link was made for somebody else."));
    }

    private @Nullable String personId() {
        return currentPerson.get().map(Person::id).orElse(null);
    }

    private static TaskDecision chosen(String decision) {
        return Arrays.stream(TaskDecision.values())
                .filter(value -> value.name().equals(decision))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("decision-missing", "Choose whether you approve, ask for changes or reject."));
    }

    /** As the links in messages name it. */
    private static String choice(String decision) {
        return switch (decision) {
            case "APPROVE" -> "approve";
            case "REQUEST_CHANGES" -> "changes";
            case "REJECT" -> "reject";
            default -> "";
        };
    }
}
