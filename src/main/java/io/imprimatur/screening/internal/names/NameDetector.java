package io.imprimatur.screening.internal.names;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.internal.ScreeningProperties;
import io.imprimatur.screening.internal.names.Label.Kind;
import io.imprimatur.screening.internal.names.Tagger.Tagged;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * People by name, and near one person also towns, counties and hospitals. A name is sure or needs a look by how likely the
 * tagger holds it to be one; a place blocks only beside a patient.
 */
@Component
class NameDetector implements Detector {
    private final ScreeningProperties.Names properties;
    private final MedicalTerms terms = MedicalTerms.read();
    private final Semaphore atOnce;
    private final Future<Tagger> tagger;

    NameDetector(ScreeningProperties properties) {
        this.properties = properties.names();
        this.atOnce = new Semaphore(this.properties.parallel());
        this.tagger = LoadedTagger.beginLoading();
    }

    @Override
    public String name() {
        return "names";
    }

    @Override
    public List<Finding> find(NormalText text) {
        if (text.text().chars().noneMatch(Character::isLetter)) {
            return List.of();
        }
        var words = tag(text);
        var medical = terms.in(words.stream().map(Tagged::token).toList(), text.text());
        var found = new ArrayList<Finding>();
        var person = new NearOnePerson(text);
        for (var span : NameSpan.of(words, Kind.PERSON, properties.reviewAt())) {
            NameShape.whole(span, words, text.text())
                    .filter(name -> !name.beginsWithin(medical))
                    .ifPresent(name -> {
                        found.add(finding(Identifier.NAME, name, words, severity(name)));
                        person.mention(start(name, words));
                    });
        }
        for (var kind : List.of(Kind.PLACE, Kind.FACILITY)) {
            for (var span : NameSpan.of(words, kind, properties.placesReviewAt())) {
                if (!span.beginsWithin(medical) && tellsWhereSomebodyIs(span, words, text, person)) {
                    var sure = kind == Kind.PLACE && person.speaksOfAPatient(start(span, words));
                    found.add(finding(Identifier.GEOGRAPHIC, span, words, sure ? severity(span) : Severity.REVIEW));
                }
            }
        }
        return found;
    }

    /** A place with a number in it is an address, whoever is spoken of. */
    private static boolean tellsWhereSomebodyIs(
            NameSpan span, List<Tagged> words, NormalText text, NearOnePerson person) {
        var at = start(span, words);
        var place = text.text().substring(at, end(span, words));
        return !Regions.isStateOrLarger(place)
                && (place.chars().anyMatch(Character::isDigit) || person.speaksOfSomebody(at));
    }

    private List<Tagged> tag(NormalText text) {
        var loaded = LoadedTagger.await(tagger, properties.waitSeconds());
        awaitTurn();
        try {
            return loaded.tag(text);
        } finally {
            atOnce.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!atOnce.tryAcquire(properties.waitSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Too many texts wait for the model for names.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the model for names any more.", interrupted);
        }
    }

    private Severity severity(NameSpan span) {
        return span.likelihood() >= properties.blockAt() ? Severity.BLOCK : Severity.REVIEW;
    }

    private static Finding finding(Identifier identifier, NameSpan span, List<Tagged> words, Severity severity) {
        return Finding.of(identifier, start(span, words), end(span, words), severity);
    }

    private static int start(NameSpan span, List<Tagged> words) {
        return words.get(span.first()).token().start();
    }

    private static int end(NameSpan span, List<Tagged> words) {
        return words.get(span.last()).token().end();
    }
}
