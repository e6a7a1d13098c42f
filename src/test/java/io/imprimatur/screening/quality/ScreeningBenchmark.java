package io.imprimatur.screening.quality;

import io.imprimatur.screening.Screener;
import io.imprimatur.screening.TextScreening;
import io.imprimatur.screening.internal.ScreenerFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.Span;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole screening of a post beside the rules alone and beside OpenNLP's name finder, in one run on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ScreeningBenchmark {
    private static final String POST =
            """
            Flu season is here, and our nurses are ready. Last year more than 4,000 neighbors rolled up their sleeves with us, \
            and nobody waited longer than ten minutes. Bring your insurance card and wear short sleeves. Children from six months \
            on can get the vaccine; adults over 65 should ask for the high-dose shot. Dr. Maribel Okafor answers the questions \
            that she hears most: no, the shot cannot give you the flu, and yes, you need a new one every year. If you take \
            warfarin or have had Guillain-Barré syndrome, talk to your doctor first. Questions? Call (617) 555-0142 or visit \
            https://www.example.org/flu. We are open Monday to Friday from 8 to 6, and on Saturday, October 14, from 9 to noon. \
            Parking in Garage B is free. Tell a friend, bring your family, and stay well this winter. """;

    /** Length of the post in characters: a short one, and a long one. */
    @Param({"280", "1000"})
    private int length;

    private String text;
    private Screener whole;
    private Screener rules;
    private NameFinderME openNlp;

    @Setup
    public void prepare() throws IOException {
        text = POST.repeat(2).substring(0, length);
        whole = ScreenerFixture.withSettings();
        rules = ScreenerFixture.rulesAlone();
        openNlp = OpenNlpNames.trained(Path.of("../shared/data/phi/btcnh_train.jsonl"));
    }

    @Benchmark
    public TextScreening wholeScreening() {
        return whole.screen(text);
    }

    @Benchmark
    public TextScreening rulesAlone() {
        return rules.screen(text);
    }

    @Benchmark
    public Span[] openNlpNameFinder() {
        openNlp.clearAdaptiveData();
        return openNlp.find(SimpleTokenizer.INSTANCE.tokenize(text));
    }
}
