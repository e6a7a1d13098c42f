package io.imprimatur.screening.internal.directory;

import io.imprimatur.screening.internal.ScreeningProperties;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The directory's parts without the rest of the application. */
final class DirectoryFixture {
    private DirectoryFixture() {}

    static EntryRules rules() {
        return new EntryRules(screening(), bounds(Map.of()));
    }

    static DirectoryCsv csv(Map<String, String> settings) {
        return new DirectoryCsv(rules(), bounds(settings));
    }

    private static ScreeningProperties screening() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("imprimatur.screening", Bindable.of(ScreeningProperties.class));
    }

    private static DirectoryProperties bounds(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("imprimatur.screening.directory", Bindable.of(DirectoryProperties.class));
    }
}
