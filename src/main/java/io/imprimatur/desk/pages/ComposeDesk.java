package io.imprimatur.desk.pages;

import io.imprimatur.content.Contents;
import io.imprimatur.content.Draft;
import io.imprimatur.content.Revision;
import io.imprimatur.desk.DeskProperties;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.identity.Person;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves and submits what the compose page's form holds. */
@Component
class ComposeDesk {
    private final Contents contents;
    private final ApprovalFlow flow;
    private final DeskProperties properties;

    ComposeDesk(Contents contents, ApprovalFlow flow, DeskProperties properties) {
        this.contents = contents;
        this.flow = flow;
        this.properties = properties;
    }

    /** Creates the piece, and submits it if asked. Both or neither. */
    @Transactional
    public UUID create(ComposeForm form, Person author, boolean submit) {
        Revision created = contents.create(form.toDraft(properties.timeZone()), author.id());
        if (submit) {
            contents.submit(created.contentId(), author.id(), null);
        }
        return created.contentId();
    }

    /** Saves a revision if anything changed, and submits it if asked. Both or neither. */
    @Transactional
    public void save(UUID id, ComposeForm form, Person author, boolean submit) {
        Draft draft = form.toDraft(properties.timeZone());
        Revision current = contents.current(id);
        int seen = form.seen() == null ? 0 : form.seen();
        if (seen != current.number() || !same(draft, current)) {
            contents.revise(id, seen, draft, author.id());
        }
        if (submit && flow.atDraft(id)) {
            contents.submit(id, author.id(), null);
        }
    }

    @Transactional
    public void submit(UUID id, Person author, @Nullable String contestReason) {
        contents.submit(id, author.id(), contestReason);
    }

    private static boolean same(Draft draft, Revision current) {
        var asDraft = new Draft(
                current.kind(),
                current.title(),
                current.body(),
                current.link(),
                current.images().stream()
                        .map(image -> new Draft.Image(image.mediaId(), image.altText()))
                        .toList(),
                current.channels(),
                current.publishAt(),
                current.texts(),
                current.timeZone());
        var inOrder = new Draft(
                draft.kind(),
                draft.title(),
                draft.body(),
                draft.link(),
                draft.images(),
                draft.channels().stream().sorted().toList(),
                draft.publishAt(),
                written(draft.texts()),
                draft.timeZone());
        return asDraft.equals(inOrder);
    }

    private static Map<String, String> written(Map<String, String> texts) {
        var written = new TreeMap<String, String>();
        texts.forEach((channel, text) -> {
            if (!text.isBlank()) {
                written.put(channel, text.strip());
            }
        });
        return written;
    }
}
