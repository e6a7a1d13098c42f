package io.imprimatur.screening.quality;

import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.quality.LabelledSet.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/** OpenNLP's own name finder, trained on labelled posts: something to compare with. */
final class OpenNlpNames {
    private OpenNlpNames() {}

    /** @param set file of a labelled set */
    static NameFinderME trained(Path set) throws IOException {
        var samples = new ArrayList<NameSample>();
        for (var document : LabelledSet.read(set, OpenNlpNames::person).documents()) {
            samples.add(sample(document));
        }
        return new NameFinderME(NameFinderME.train(
                "en",
                "person",
                ObjectStreamUtils.createObjectStream(samples),
                TrainingParameters.defaultParams(),
                new TokenNameFinderFactory()));
    }

    private static Optional<Identifier> person(String label, String words) {
        return label.startsWith("PER") ? Optional.of(Identifier.NAME) : Optional.empty();
    }

    private static NameSample sample(Document document) {
        var tokens = SimpleTokenizer.INSTANCE.tokenizePos(document.text());
        List<Span> names = new ArrayList<>();
        for (var span : document.spans()) {
            int first = -1;
            int end = -1;
            for (int i = 0; i < tokens.length; i++) {
                if (span.overlaps(tokens[i].getStart(), tokens[i].getEnd())) {
                    first = first < 0 ? i : first;
                    end = i + 1;
                }
            }
            if (first >= 0 && (names.isEmpty() || names.get(names.size() - 1).getEnd() <= first)) {
                names.add(new Span(first, end, "person"));
            }
        }
        return new NameSample(Span.spansToStrings(tokens, document.text()), names.toArray(Span[]::new), false);
    }
}
