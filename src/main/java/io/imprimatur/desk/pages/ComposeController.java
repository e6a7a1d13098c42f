package io.imprimatur.desk.pages;

import io.imprimatur.content.ChannelCatalog;
import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.comparison.RevisionComparison;
import io.imprimatur.desk.view.PieceReading;
import io.imprimatur.desk.view.PieceView;
import io.imprimatur.desk.view.Words;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Writing a piece. Every button posts the whole form and gets the whole form back, so the page needs no JavaScript; with
 * it, only the way of posting differs.
 */
@Controller
class ComposeController {
    private final ComposeDesk desk;
    private final PieceReading reading;
    private final RevisionComparison comparison;
    private final MediaLibrary media;
    private final ChannelCatalog channels;
    private final LiveScreening screening;
    private final CurrentPerson currentPerson;
    private final Words words;

    ComposeController(
            ComposeDesk desk,
            PieceReading reading,
            RevisionComparison comparison,
            MediaLibrary media,
            ChannelCatalog channels,
            LiveScreening screening,
            CurrentPerson currentPerson,
            Words words) {
        this.desk = desk;
        this.reading = reading;
        this.comparison = comparison;
        this.media = media;
        this.channels = channels;
        this.screening = screening;
        this.currentPerson = currentPerson;
        this.words = words;
    }

    @GetMapping("/contents/new")
    String blank(Model model) {
        return page(ComposeForm.empty(usualChannels()), null, false, model);
    }

    @PostMapping("/contents/new")
    String create(
            @ModelAttribute ComposeForm form,
            @RequestParam(defaultValue = "save") String then,
            @RequestParam(required = false) @Nullable MultipartFile upload,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Person author = currentPerson.require();
        ComposeForm changed = form;
        try {
            changed = edited(form, then, upload, author);
            if (isEdit(then)) {
                return page(changed, null, false, model);
            }
            UUID id = desk.create(changed, author, then.equals("submit"));
            return "redirect:/contents/" + id + (then.equals("submit") ? "?submitted" : "/edit?saved");
        } catch (Refusal refused) {
            return refused(refused, changed, null, false, model, response);
        }
    }

    @GetMapping("/contents/{id}/edit")
    String edit(@PathVariable UUID id, @RequestParam(required = false) @Nullable String frame, Model model) {
        PieceView view = own(id);
        var form = ComposeForm.of(view.current(), words);
        return page(form.isBlank() ? form.to(usualChannels()) : form, view, frame != null, model);
    }

    @PostMapping("/contents/{id}/edit")
    String save(
            @PathVariable UUID id,
            @ModelAttribute ComposeForm form,
            @RequestParam(defaultValue = "save") String then,
            @RequestParam(required = false) @Nullable String frame,
            @RequestParam(required = false) @Nullable MultipartFile upload,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Person author = currentPerson.require();
        boolean framed = frame != null;
        ComposeForm changed = form;
        try {
            changed = edited(form, then, upload, author);
            if (isEdit(then)) {
                return page(changed, own(id), framed, model);
            }
            desk.save(id, changed, author, then.equals("submit"));
            String saved = "/edit?saved" + (framed ? "&frame" : "");
            return "redirect:/contents/" + id + (then.equals("submit") ? "?submitted" : saved);
        } catch (Refusal refused) {
            PieceView view = own(id);
            if (refused.kind() == Refusal.Kind.STALE) {
                model.addAttribute("theirs", view.current());
                model.addAttribute("changes", changes(view, changed));
                changed = changed.seen(view.piece().revision());
            }
            return refused(refused, changed, view, framed, model, response);
        }
    }

    /** What screening would find in the form as it is; nothing is recorded. */
    @PostMapping("/contents/findings")
    String findings(@ModelAttribute ComposeForm form, Model model) {
        model.addAttribute("answer", screening.screen(form));
        return "desk/findings :: answer";
    }

    private ComposeForm edited(ComposeForm form, String then, @Nullable MultipartFile upload, Person author)
            throws IOException {
        ComposeForm changed = form;
        if (then.startsWith("up:")) {
            changed = changed.moveUp(index(then));
        } else if (then.startsWith("remove:")) {
            changed = changed.remove(index(then));
        }
        if (upload != null && !upload.isEmpty()) {
            changed = changed.attach(media.store(upload.getBytes(), author.id()).id());
        }
        return changed;
    }

    private List<String> usualChannels() {
        return channels.channels().stream().map(ChannelInfo::key).limit(1).toList();
    }

    private static boolean isEdit(String then) {
        return then.equals("attach") || then.startsWith("up:") || then.startsWith("remove:");
    }

    private static int index(String then) {
        try {
            return Integer.parseInt(then.substring(then.indexOf(':') + 1));
        } catch (NumberFormatException broken) {
            return -1;
        }
    }

    private List<RevisionComparison.FieldChange> changes(PieceView view, ComposeForm form) {
        return comparison.compareTexts(view.current(), form.title(), form.body());
    }

    private PieceView own(UUID id) {
        Person author = currentPerson.require();
        PieceView view = reading.read(id, author);
        boolean own = view.piece().author().equals(author.id())
                || view.revisions().stream()
                        .anyMatch(revision -> revision.author().equals(author.id()));
        if (!own) {
            throw Refusal.forbidden("not-author", "Only its author can change this piece.");
        }
        return view;
    }

    private String refused(
            Refusal refused,
            ComposeForm form,
            @Nullable PieceView view,
            boolean framed,
            Model model,
            HttpServletResponse response) {
        response.setStatus(refused.kind().status());
        model.addAttribute("refusal", refused);
        return page(form, view, framed, model);
    }

    private String page(ComposeForm form, @Nullable PieceView view, boolean framed, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("view", view);
        model.addAttribute("kinds", ContentKind.values());
        model.addAttribute("allChannels", channels.channels());
        model.addAttribute("framed", framed);
        model.addAttribute("answer", screening.screen(form));
        return framed ? "desk/compose-frame" : "desk/compose";
    }
}
