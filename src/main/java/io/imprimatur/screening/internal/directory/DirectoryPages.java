package io.imprimatur.screening.internal.directory;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.internal.ScreeningProperties;
import io.imprimatur.screening.internal.directory.Directory.Change;
import io.imprimatur.screening.internal.directory.EntryRules.Written;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages where compliance keeps the directory. */
@Controller
@RequestMapping("/directory")
class DirectoryPages {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Directory directory;
    private final EntryRules rules;
    private final DirectoryCsv csv;
    private final ScreeningProperties screening;
    private final CurrentPerson currentPerson;

    DirectoryPages(
            Directory directory,
            EntryRules rules,
            DirectoryCsv csv,
            ScreeningProperties screening,
            CurrentPerson currentPerson) {
        this.directory = directory;
        this.rules = rules;
        this.csv = csv;
        this.screening = screening;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var asked = kind(kind);
        model.addAttribute("kind", asked);
        model.addAttribute("words", words.strip());
        model.addAttribute(
                "found", directory.find(asked, words.replace("\0", "").strip(), Math.max(0, page)));
        model.addAttribute("kinds", EntryKind.values());
        model.addAttribute("version", directory.version());
        model.addAttribute("preset", screening.own());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Written(asked == null ? null : asked.name(), null, null, null, null));
        }
        return "screening/directory";
    }

    @PostMapping("/entries")
    String add(Written written, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            var entry = rules.checked(written);
            var change = directory.add(List.of(entry), person());
            next.addFlashAttribute("done", change.added() == 0 ? "This was there already." : "Added: " + entry.value());
            next.addAttribute("kind", entry.kind());
            return "redirect:/directory";
        } catch (Refusal refused) {
            model.addAttribute("typed", written);
            return refuse(refused, "add", model, response);
        }
    }

    @PostMapping("/entries/{id}/remove")
    String remove(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next) {
        directory.remove(id, person());
        next.addFlashAttribute("done", "Removed. Screening treats it as anybody's from now on.");
        if (kind(kind) != null) {
            next.addAttribute("kind", kind);
        }
        if (!words.isBlank()) {
            next.addAttribute("words", words);
        }
        return "redirect:/directory";
    }

    @PostMapping("/import")
    String read(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestParam int version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        try {
            if (file.isEmpty()) {
                throw Refusal.invalid("csv-missing", "Choose a CSV file first.");
            }
            var entries = csv.read(file.getBytes());
            var change = replace ? directory.replace(version, entries, person()) : directory.add(entries, person());
            next.addFlashAttribute("done", words(change));
            return "redirect:/directory";
        } catch (BadRows bad) {
            model.addAttribute("badRows", bad.rows());
            return refuse(
                    Refusal.invalid(
                            "csv-rows", "Nothing was imported. Correct these rows, then import the file again."),
                    "import",
                    model,
                    response);
        } catch (Refusal refused) {
            return refuse(refused, "import", model, response);
        }
    }

    @GetMapping("/export")
    ResponseEntity<String> export() {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("directory.csv")
                                .build()
                                .toString())
                .body(csv.write(directory.state().entries()));
    }

    /** @param where which form it is about */
    private String refuse(Refusal refused, String where, Model model, HttpServletResponse response) {
        response.setStatus(refused.kind().status());
        model.addAttribute("refusal", refused);
        model.addAttribute("refusedAt", where);
        return list(null, "", 0, model);
    }

    private static @Nullable EntryKind kind(@Nullable String name) {
        return Arrays.stream(EntryKind.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String words(Change change) {
        return "Imported: %d added, %d removed, %d there already."
                .formatted(change.added(), change.removed(), change.unchanged());
    }

    private String person() {
        return currentPerson.require().id();
    }
}
