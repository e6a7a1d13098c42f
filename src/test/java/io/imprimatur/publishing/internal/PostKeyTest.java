package io.imprimatur.publishing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostKeyTest {
    @Test
    void namesAPostTheSameEveryTimeAndEveryRevisionDifferently() {
        var id = UUID.fromString("0b0e1f6e-8c53-4b6e-9a44-3f2a9c81b2d4");
        assertThat(PostKey.of("  Öffnungszeiten & mehr! ", id, 2)).isEqualTo("offnungszeiten-mehr-3f2a9c81b2d4-r2");
        assertThat(PostKey.of("日本語", id, 1)).isEqualTo("3f2a9c81b2d4-r1");
        assertThat(PostKey.of("x".repeat(300), id, 1)).hasSizeLessThan(100);
    }
}
