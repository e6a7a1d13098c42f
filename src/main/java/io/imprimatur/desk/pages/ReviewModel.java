package io.imprimatur.desk.pages;

import io.imprimatur.content.Revision;
import io.imprimatur.content.comparison.RevisionComparison;
import io.imprimatur.desk.view.ChannelView;
import io.imprimatur.desk.view.FindingInContext;
import io.imprimatur.desk.view.PieceText;
import io.imprimatur.desk.view.PieceView;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Remarks;
import io.imprimatur.publishing.Previews;
import io.imprimatur.review.Reviews;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page shows on which a reviewer decides. */
@Component
class ReviewModel {
    private final RevisionComparison comparison;
    private final Reviews reviews;
    private final Previews previews;
    private final Remarks remarks;

    ReviewModel(RevisionComparison comparison, Reviews reviews, Previews previews, Remarks remarks) {
        this.comparison = comparison;
        this.reviews = reviews;
        this.previews = previews;
        this.remarks = remarks;
    }

    /** @param stage of the task; null without one */
    void fill(Model model, PieceView view, Person reader, @Nullable String stage) {
        model.addAttribute("view", view);
        model.addAttribute("text", PieceText.of(view.current(), view));
        model.addAttribute(
                "previews",
                previews.of(view.current()).stream()
                        .map(each -> ChannelView.of(each, view.current()))
                        .toList());
        model.addAttribute("findings", FindingInContext.toAnswer(view));
        model.addAttribute("own", FindingInContext.own(view));
        model.addAttribute("remarks", remarks.of(view.piece().id()));
        model.addAttribute("reader", reader);
        if (stage != null) {
            lastReviewed(view, stage).ifPresent(before -> {
                model.addAttribute("before", before);
                model.addAttribute("changes", comparison.compare(before, view.current()));
            });
        }
    }

    private Optional<Revision> lastReviewed(PieceView view, String stage) {
        int current = view.current().number();
        return reviews.lastReviewed(view.piece().id(), stage, current).flatMap(number -> view.revisions().stream()
                .filter(revision -> revision.number() == number)
                .findFirst());
    }
}
