package io.imprimatur.flow.internal.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models that this release brings along, from {@code processes/} and {@code forms/} on the class path. */
@Component
public final class ShippedModels {
    private final ResourcePatternResolver resources;

    ShippedModels(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /** What is deployed together, by the deployment's name. */
    Map<String, Map<String, byte[]>> sets() {
        return Map.of(
                "imprimatur-flows", files("classpath:processes/*.bpmn", "classpath:forms/*.form"),
                "imprimatur-policy", files("classpath:processes/*.dmn"));
    }

    /** The forms of this release, by their files' names. */
    public Map<String, byte[]> forms() {
        return files("classpath:forms/*.form");
    }

    private Map<String, byte[]> files(String... patterns) {
        var files = new TreeMap<String, byte[]>();
        try {
            for (var pattern : patterns) {
                for (Resource resource : resources.getResources(pattern)) {
                    files.put(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
