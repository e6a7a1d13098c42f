package io.imprimatur.screening.internal.directory;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.IfMatch;
import io.imprimatur.platform.Problems;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.internal.directory.Directory.Change;
import io.imprimatur.screening.internal.directory.EntryRules.Written;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory over REST; the path is granted to compliance alone. */
@RestController
@RequestMapping("/api/directory")
class DirectoryApi {
    private final Directory directory;
    private final EntryRules rules;
    private final DirectoryCsv csv;
    private final CurrentPerson currentPerson;

    DirectoryApi(Directory directory, EntryRules rules, DirectoryCsv csv, CurrentPerson currentPerson) {
        this.directory = directory;
        this.rules = rules;
        this.csv = csv;
        this.currentPerson = currentPerson;
    }

    record Whole(List<DirectoryEntry> entries) {}

    /** @param entries as {@code GET} lists them; the days of events as in 2031-04-03 */
    record Request(@Nullable List<@Nullable Written> entries) {}

    @Operation(summary = "All entries", description = "The ETag is the version of the directory.")
    @GetMapping
    ResponseEntity<Whole> read() {
        var state = directory.state();
        return ResponseEntity.ok().eTag(IfMatch.etag(state.version())).body(new Whole(state.entries()));
    }

    @Operation(
            summary = "Replace all entries",
            description = "If-Match is the ETag of the directory that was changed: 428 without it, 412 when somebody"
                    + " else was faster. Entries that name the same are kept once.")
    @PutMapping
    ResponseEntity<Change> write(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Request request) {
        var seen = IfMatch.number(ifMatch);
        return answer(directory.replace(seen, checked(request.entries()), person()));
    }

    @Operation(
            summary = "Import a CSV file",
            description =
                    "RFC 4180 in UTF-8 with the columns kind,value,from,until,place. Either every row is imported or"
                            + " none: the problem's property rows names the line and the reason of each bad one.")
    @PostMapping(path = "/import", consumes = "text/csv")
    ResponseEntity<Change> read(
            @Parameter(
                            description =
                                    "add keeps what is there; replace leaves only what is in the file, and needs If-Match")
                    @RequestParam(defaultValue = "add")
                    String mode,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody byte[] file) {
        return switch (mode) {
            case "add" -> answer(directory.add(csv.read(file), person()));
            case "replace" -> {
                var seen = IfMatch.number(ifMatch);
                yield answer(directory.replace(seen, csv.read(file), person()));
            }
            default ->
                throw Refusal.invalid("mode-unknown", "The mode of an import is add or replace.")
                        .about("mode");
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(BadRows bad) {
        var problem = Problems.of(400, "csv-rows", bad.sentence());
        problem.setProperty("rows", bad.rows());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private List<DirectoryEntry> checked(@Nullable List<@Nullable Written> written) {
        if (written == null) {
            throw Refusal.invalid("entries-missing", "Give the whole list as \"entries\"; an empty one removes all.")
                    .about("entries");
        }
        var entries = new ArrayList<DirectoryEntry>();
        for (var each : written) {
            var field = "entries[" + entries.size() + "]";
            if (each == null) {
                throw Refusal.invalid("entry-missing", "An entry of the list is empty.")
                        .about(field);
            }
            try {
                entries.add(rules.checked(each));
            } catch (Refusal refused) {
                throw refused.about(field + "." + refused.field());
            }
        }
        return entries;
    }

    private static ResponseEntity<Change> answer(Change change) {
        return ResponseEntity.ok().eTag(IfMatch.etag(change.version())).body(change);
    }

    private String person() {
        return currentPerson.require().id();
    }
}
