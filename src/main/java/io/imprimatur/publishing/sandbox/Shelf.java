package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sandbox platform keeps: JSON objects by id, in the order in which they came. In a file when it has one, so that
 * posts survive a restart of the application. Of very many the oldest go.
 */
public final class Shelf {
    /** A sandbox is for trying; this bounds its memory and its file. */
    private static final int MOST = 2_000;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, ObjectNode> items = new LinkedHashMap<>();
    private final @Nullable Path file;
    private long lastId;

    private Shelf(@Nullable Path file) {
        this.file = file;
    }

    public static Shelf inMemory() {
        return new Shelf(null);
    }

    /** @param file made when it is not there; begun anew when it cannot be read */
    public static Shelf inFile(Path file) {
        var shelf = new Shelf(file);
        shelf.load(file);
        return shelf;
    }

    /** A number that no object here has had as its id. */
    public synchronized long nextId() {
        return ++lastId;
    }

    public synchronized Optional<ObjectNode> get(String id) {
        return Optional.ofNullable(items.get(id)).map(ObjectNode::deepCopy);
    }

    public synchronized void put(String id, ObjectNode item) {
        items.put(id, item.deepCopy());
        while (items.size() > MOST) {
            items.remove(items.keySet().iterator().next());
        }
        save();
    }

    public synchronized boolean remove(String id) {
        var removed = items.remove(id) != null;
        if (removed) {
            save();
        }
        return removed;
    }

    /** Oldest first. */
    public synchronized List<ObjectNode> all() {
        return items.values().stream().map(ObjectNode::deepCopy).toList();
    }

    private void load(Path from) {
        if (!Files.exists(from)) {
            return;
        }
        try {
            var stored = json.readTree(from.toFile());
            lastId = stored.path("lastId").asLong();
            stored.path("items")
                    .fields()
                    .forEachRemaining(each -> items.put(each.getKey(), (ObjectNode) each.getValue()));
        } catch (IOException | ClassCastException unreadable) {
            items.clear();
        }
    }

    private void save() {
        if (file == null) {
            return;
        }
        try {
            var all = json.createObjectNode().put("lastId", lastId);
            all.putObject("items").setAll(items);
            Files.createDirectories(file.toAbsolutePath().getParent());
            var next = file.resolveSibling(file.getFileName() + ".new");
            json.writeValue(next.toFile(), all);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
