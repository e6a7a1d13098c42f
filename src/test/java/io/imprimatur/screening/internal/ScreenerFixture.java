package io.imprimatur.screening.internal;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import io.imprimatur.screening.internal.own.Own;
import io.imprimatur.screening.internal.own.OwnOrganisation;
import io.imprimatur.screening.internal.own.PresetEntries;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The screener with every detector that the application has, without the rest of the application. */
public final class ScreenerFixture {
    private ScreenerFixture() {}

    /** @param settings names below {@code imprimatur.screening} and their values, by turns */
    public static Screener withSettings(String... settings) {
        return with(own(properties(settings)), List.of("detect", "story", "names"), settings);
    }

    /** Without the model for names. */
    public static Screener rulesAlone(String... settings) {
        return with(own(properties(settings)), List.of("detect", "story"), settings);
    }

    /** @param entries of the organisation's directory at that moment */
    static Screener withDirectory(List<DirectoryEntry> entries, Instant now) {
        return with(
                new Own(entries, properties().defaultRegion(), Clock.fixed(now, ZoneOffset.UTC)),
                List.of("detect", "story", "names"));
    }

    private static Screener with(OwnOrganisation own, List<String> packages, String... settings) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(ScreeningProperties.class, () -> properties(settings));
            packages.forEach(name -> context.scan("io.imprimatur.screening.internal." + name));
            context.refresh();
            var detectors = List.copyOf(context.getBeansOfType(Detector.class).values());
            return new DefaultScreener(detectors, own, context.getBean(ScreeningProperties.class));
        }
    }

    /** What those settings preset, without a directory. */
    static OwnOrganisation own(ScreeningProperties properties) {
        return new Own(PresetEntries.of(properties), properties.defaultRegion(), Clock.systemUTC());
    }

    static ScreeningProperties properties(String... settings) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 0; at < Arrays.asList(settings).size(); at += 2) {
            values.put("imprimatur.screening." + settings[at], settings[at + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("imprimatur.screening", Bindable.of(ScreeningProperties.class));
    }
}
