package io.imprimatur.flow.internal.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
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

    /** What is deployed together, by the deployment's name; the policy last, since it names flows. */
    Map<String, Map<String, byte[]>> sets() {
        var sets = new LinkedHashMap<String, Map<String, byte[]>>();
        sets.put("imprimatur-flows", files("classpath:processes/*.bpmn", "classpath:forms/*.form"));
        sets.put("imprimatur-policy", files("classpath:processes/*.dmn"));
        return sets;
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
