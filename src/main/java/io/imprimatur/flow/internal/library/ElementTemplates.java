package io.imprimatur.flow.internal.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The building blocks as element templates, from {@code processes/templates} on the class path. */
@Component
public final class ElementTemplates {
    private final String json;

    ElementTemplates(ResourcePatternResolver resources, ObjectMapper mapper) {
        var all = mapper.createArrayNode();
        try {
            for (var resource : resources.getResources("classpath:processes/templates/*.json")) {
                var templates = mapper.readTree(resource.getContentAsByteArray());
                if (templates.isArray()) {
                    templates.forEach(all::add);
                } else {
                    all.add(templates);
                }
            }
            this.json = mapper.writeValueAsString(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON array. */
    public String json() {
        return json;
    }
}
