package io.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
    private static final int JAVA_8 = 52;

    @ParameterizedTest
    @CsvSource({"1.8,8", "9,9", "11,11", "17,17", "25,25"})
    void readsTheVersionOfEveryJava(String version, int feature) {
        assertThat(Launcher.feature(version)).isEqualTo(feature);
    }

    @Test
    void saysInOneSentenceWhichJavaIsNeeded() {
        assertThat(Launcher.refusal("11"))
                .isEqualTo(
                        "Imprimatur needs Java 17 or newer, and this is Java 11; install a newer one, or set JAVA_HOME to it.");
    }

    /** The class file format's major version (JVMS section 4.1) decides which Java can load it. */
    @Test
    void canBeLoadedByJava8() throws Exception {
        try (var file =
                new DataInputStream(Objects.requireNonNull(Launcher.class.getResourceAsStream("Launcher.class")))) {
            assertThat(file.readInt()).isEqualTo(0xCAFEBABE);
            assertThat(file.readUnsignedShort()).isZero();
            assertThat(file.readUnsignedShort()).isEqualTo(JAVA_8);
        }
    }
}
