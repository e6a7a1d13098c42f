package io.imprimatur.content.internal;

import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Revision;
import io.imprimatur.content.SubmissionAdvice;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.IfMatch;
import io.imprimatur.platform.Page;
import io.imprimatur.platform.Refusal;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Writing, handing in and listing pieces over REST. */
@RestController
@RequestMapping("/api/contents")
class ContentsController {
    private final Contents contents;
    private final ContentLists lists;
    private final CurrentPerson currentPerson;
    private final ContentProperties bounds;
    private final ObjectProvider<SubmissionAdvice> advice;

    ContentsController(
            Contents contents,
            ContentLists lists,
            CurrentPerson currentPerson,
            ContentProperties bounds,
            ObjectProvider<SubmissionAdvice> advice) {
        this.contents = contents;
        this.lists = lists;
        this.currentPerson = currentPerson;
        this.bounds = bounds;
        this.advice = advice;
    }

    @PostMapping
    ResponseEntity<Written> create(@RequestBody DraftRequest request) {
        var revision =
                contents.create(request.toDraft(), currentPerson.require().id());
        return ResponseEntity.created(URI.create("/api/contents/" + revision.contentId()))
                .eTag(IfMatch.etag(revision.number()))
                .body(written(revision));
    }

    @PutMapping("/{id}")
    ResponseEntity<Written> revise(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DraftRequest request) {
        var revision = contents.revise(
                id,
                IfMatch.number(ifMatch),
                request.toDraft(),
                currentPerson.require().id());
        return ResponseEntity.ok().eTag(IfMatch.etag(revision.number())).body(written(revision));
    }

    @PostMapping("/{id}/submit")
    ResponseEntity<Submitted> submit(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Submission request) {
        contents.submit(id, currentPerson.require().id(), request == null ? null : request.contestReason());
        var warnings =
                advice.stream().flatMap(each -> each.warnings(id).stream()).toList();
        return ResponseEntity.accepted().body(new Submitted(contents.require(id).state(), warnings));
    }

    @GetMapping
    Page<ContentLine> list(
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > bounds.maxPageSize()) {
            throw Refusal.invalid(
                    "page-invalid", "Pages count from 0 and hold 1 to " + bounds.maxPageSize() + " pieces.");
        }
        return lists.list(currentPerson.require(), states(state == null ? List.of() : state), page, size);
    }

    private static Set<ContentState> states(List<String> names) {
        return names.stream().map(ContentsController::state).collect(Collectors.toUnmodifiableSet());
    }

    private static ContentState state(String name) {
        return Arrays.stream(ContentState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("state-unknown", "There is no state of that name.")
                        .about("state"));
    }

    private Written written(Revision revision) {
        return new Written(
                revision.contentId(),
                revision.number(),
                revision.hash(),
                contents.require(revision.contentId()).state());
    }

    /** @param hash SHA-256 of the revision in lower-case hexadecimal */
    record Written(UUID id, int revision, String hash, ContentState state) {}

    /** @param contestReason why the author contests findings that block */
    record Submission(@Nullable String contestReason) {}

    /** @param warnings sentences that the author should read */
    record Submitted(ContentState state, List<String> warnings) {}
}
