package io.imprimatur.mail.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Named lists of phrases from a resource of this package, folded for comparison.
 *
 * @param lists phrases by the list's name
 */
record Phrases(Map<String, List<String>> lists) {

    /** Reads a resource; a list may be divided into named parts, such as languages, which are joined. */
    static Phrases read(String resource) {
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            Map<String, Object> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            Map<String, List<String>> lists = new LinkedHashMap<>();
            tree.forEach((name, value) -> lists.put(name, flatten(value)));
            return new Phrases(Map.copyOf(lists));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> list(String name) {
        List<String> list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("No phrases of this name: " + name);
        }
        return list;
    }

    private static List<String> flatten(Object value) {
        Collection<?> values = value instanceof Map<?, ?> parts ? parts.values() : (Collection<?>) value;
        return values.stream()
                .flatMap(each -> each instanceof Collection<?> part ? part.stream() : Stream.of(each))
                .map(each -> Folding.fold(String.valueOf(each)))
                .distinct()
                .toList();
    }
}
