package io.imprimatur.desk.pages;

import io.imprimatur.desk.view.PieceReading;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Groups;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.WithdrawalReason;
import io.imprimatur.publishing.Withdrawals;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Taking a piece down from its own page, and what was preserved of it. */
@Controller
class WithdrawalController {
    private final Withdrawals withdrawals;
    private final PieceReading reading;
    private final CurrentPerson currentPerson;

    WithdrawalController(Withdrawals withdrawals, PieceReading reading, CurrentPerson currentPerson) {
        this.withdrawals = withdrawals;
        this.reading = reading;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/contents/{id}/withdrawal")
    String page(@PathVariable UUID id, Model model) {
        var reader = currentPerson.require();
        if (!reader.isIn(Groups.COMPLIANCE) && !reader.isIn(Groups.MANAGERS)) {
            throw Refusal.forbidden(
                    "not-allowed-to-withdraw", "Only compliance and managers may take published posts down.");
        }
        model.addAttribute("view", reading.read(id, reader));
        model.addAttribute("withdrawal", withdrawals.ofContent(id).orElse(null));
        model.addAttribute("preserved", withdrawals.preserved(id));
        model.addAttribute("reasons", WithdrawalReason.values());
        return "desk/withdrawal";
    }

    @PostMapping("/contents/{id}/withdrawal")
    String order(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String discoveredOn,
            Model model,
            HttpServletResponse response) {
        try {
            withdrawals.order(
                    id,
                    new Withdrawals.Order(reason(reason), note, day(discoveredOn)),
                    currentPerson.require().id());
            return "redirect:/contents/" + id + "/withdrawal";
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused);
            model.addAttribute("reason", reason);
            model.addAttribute("note", note);
            model.addAttribute("discoveredOn", discoveredOn);
            return page(id, model);
        }
    }

    @GetMapping("/contents/{id}/preserved/{picture}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID picture) {
        reading.read(id, currentPerson.require());
        return withdrawals
                .picture(id, picture)
                .map(kept -> ResponseEntity.ok()
                        .contentType(imageType(kept.type()))
                        .cacheControl(CacheControl.noStore())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .body(kept.bytes()))
                .orElseThrow(() -> Refusal.notFound("picture-not-found", "There is no such picture."));
    }

    /** Whatever a platform called it, nothing but an image is shown as one. */
    private static MediaType imageType(String type) {
        return type.matches("image/(png|jpeg|gif|webp)")
                ? MediaType.parseMediaType(type)
                : MediaType.APPLICATION_OCTET_STREAM;
    }

    private static WithdrawalReason reason(String given) {
        for (var known : WithdrawalReason.values()) {
            if (known.name().equals(given)) {
                return known;
            }
        }
        throw Refusal.invalid("reason-unknown", "Choose why it comes down.").about("reason");
    }

    private static @Nullable LocalDate day(String given) {
        try {
            return given.isBlank() ? null : LocalDate.parse(given.strip());
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("day-invalid", "Give the day on which it became known.")
                    .about("discoveredOn");
        }
    }
}
