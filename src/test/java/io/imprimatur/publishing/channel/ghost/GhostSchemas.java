package io.imprimatur.publishing.channel.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;

/** The published schemas of Ghost's Admin API. */
final class GhostSchemas {
    static final Path SPECS = Path.of("../shared/data/specs/ghost");

    private static final String BASE = "https://schemas.ghost.invalid/";

    private final JsonSchemaFactory schemas;

    GhostSchemas() {
        var all = new HashMap<String, String>();
        for (var name : new String[] {"posts", "posts-add", "posts-edit", "images", "images-upload"}) {
            all.put(BASE + name.replace('-', '.'), absolute(name));
        }
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V7, builder -> builder.schemaLoaders(loaders -> loaders.schemas(all)));
    }

    static boolean present() {
        return Files.isDirectory(SPECS);
    }

    /** Checks the request, and says whether there was a schema for it. */
    boolean check(SandboxRequest request) {
        if (request.line().equals("POST /ghost/api/admin/posts/")) {
            return valid("posts.add", request.json());
        }
        if (request.line().startsWith("PUT /ghost/api/admin/posts/")) {
            return valid("posts.edit", request.json());
        }
        if (request.line().equals("POST /ghost/api/admin/images/upload/")) {
            return valid("images.upload", fields(request.text()));
        }
        return false;
    }

    private boolean valid(String schema, JsonNode body) {
        assertThat(schemas.getSchema(SchemaLocation.of(BASE + schema)).validate(body))
                .isEmpty();
        return true;
    }

    /** The plain fields of a form. */
    private static JsonNode fields(String body) {
        var fields = new HashMap<String, String>();
        var found = java.util.regex.Pattern.compile("form-data; name=\"(\\w+)\"\r\n[^\r]*\r\n\r\n([^\r]*)\r\n")
                .matcher(body);
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        assertThat(fields).containsOnlyKeys("purpose", "ref");
        return new ObjectMapper().valueToTree(fields);
    }

    private static String absolute(String name) {
        try {
            return Files.readString(SPECS.resolve(name + ".json"))
                    .replaceAll("\"(\\$id|\\$ref)\": \"(posts|images)", "\"$1\": \"" + BASE + "$2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
