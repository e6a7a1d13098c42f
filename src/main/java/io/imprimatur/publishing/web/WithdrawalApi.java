package io.imprimatur.publishing.web;

import io.imprimatur.content.ContentKind;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Groups;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.PreservedPost;
import io.imprimatur.publishing.Withdrawal;
import io.imprimatur.publishing.WithdrawalReason;
import io.imprimatur.publishing.Withdrawals;
import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking posts down, over REST; for compliance and managers. */
@RestController
@RequestMapping("/api")
class WithdrawalApi {
    private final Withdrawals withdrawals;
    private final CurrentPerson currentPerson;

    WithdrawalApi(Withdrawals withdrawals, CurrentPerson currentPerson) {
        this.withdrawals = withdrawals;
        this.currentPerson = currentPerson;
    }

    /**
     * @param kind only for all of a kind
     * @param reason name of a {@link WithdrawalReason}
     * @param discoveredOn for PRIVACY: the day on which it became known, as ISO 8601; today unless given
     */
    record Given(
            @Nullable String kind, @Nullable String reason, @Nullable String note, @Nullable String discoveredOn) {}

    /** @param preserved what was live when it came down */
    record View(Withdrawal withdrawal, List<PreservedPost> preserved) {}

    @Operation(
            summary = "Take a post down from every channel",
            description =
                    "What is live is preserved first. PRIVACY opens an assessment with the date of 45 CFR 164.404.")
    @PostMapping("/contents/{id}/withdrawal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Withdrawal order(@PathVariable UUID id, @RequestBody Given given) {
        return withdrawals.order(id, order(given), person());
    }

    @Operation(summary = "Take down all posts of a kind")
    @PostMapping("/withdrawals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    List<Withdrawal> orderAll(@RequestBody Given given) {
        var kind = Arrays.stream(ContentKind.values())
                .filter(known -> known.name().equals(given.kind()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind-unknown", "Say which kind of posts is to come down.")
                        .about("kind"));
        return withdrawals.orderAll(kind, order(given), person());
    }

    @Operation(summary = "How a withdrawal stands, and what was preserved")
    @GetMapping("/contents/{id}/withdrawal")
    View view(@PathVariable UUID id) {
        requireReader();
        var withdrawal = withdrawals
                .ofContent(id)
                .orElseThrow(() -> Refusal.notFound("withdrawal-not-found", "This piece was not withdrawn."));
        return new View(withdrawal, withdrawals.preserved(id));
    }

    private void requireReader() {
        var reader = currentPerson.require();
        if (!reader.isIn(Groups.COMPLIANCE) && !reader.isIn(Groups.MANAGERS)) {
            throw Refusal.notFound("withdrawal-not-found", "This piece was not withdrawn.");
        }
    }

    private static Withdrawals.Order order(Given given) {
        var reason = Arrays.stream(WithdrawalReason.values())
                .filter(known -> known.name().equals(given.reason()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                                "reason-unknown",
                                "Say why: PRIVACY, LEGAL, INCORRECT, OUTDATED, CHANGED_ON_PLATFORM or OTHER.")
                        .about("reason"));
        var note = given.note();
        return new Withdrawals.Order(reason, note == null ? "" : note, day(given.discoveredOn()));
    }

    static @Nullable LocalDate day(@Nullable String day) {
        try {
            return day == null || day.isBlank() ? null : LocalDate.parse(day.strip());
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("day-invalid", "Give the day as 2030-01-31.").about("discoveredOn");
        }
    }

    private String person() {
        return currentPerson.require().id();
    }
}
