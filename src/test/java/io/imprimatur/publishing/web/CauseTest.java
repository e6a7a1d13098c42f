package io.imprimatur.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.publishing.internal.Problems;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CauseTest {
    private static final Path CHANNELS = Path.of("src/main/java/io/imprimatur/publishing/channel");
    private static final Pattern CODE = Pattern.compile(
            "(?:Refused|RetryLater|Unknown|Unclear|Unavailable|Unusable)\\(\\s*\"([a-z-]+)\"|(?:->|return|\\?|:) \"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void everyCodeOfTheHouseIsExplained() {
        assertThat(Arrays.stream(Problems.class.getFields()).map(CauseTest::value))
                .isNotEmpty()
                .allMatch(Cause::isKnown);
    }

    @Test
    void everyCodeOfAChannelIsExplained() throws IOException {
        assertThat(codesOfChannels())
                .contains("credentials-refused", "platform-error", "changed-on-platform")
                .allMatch(Cause::isKnown);
    }

    @Test
    void everyExplanationIsASentenceWithAnAdvice() {
        assertThat(Cause.values()).allSatisfy(cause -> {
            assertThat(cause.sentence()).endsWith(".");
            assertThat(cause.advice()).endsWith(".");
        });
    }

    private static Set<String> codesOfChannels() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(CHANNELS)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var found = CODE.matcher(Files.readString(file));
                while (found.find()) {
                    codes.add(found.group(1) != null ? found.group(1) : found.group(2));
                }
            }
        }
        return codes;
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
