package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenLayersTest {
    /** A model with ir_version 8 and a graph of one node and one output named "y". */
    private static final byte[] MODEL = {0x08, 8, 0x3A, 10, 0x0A, 3, 0x22, 1, 'N', 0x62, 3, 0x0A, 1, 'y'};

    @Test
    void declaredOutputsGiveWayToThoseAskedFor() {
        assertThat(HiddenLayers.asOutputs(MODEL, List.of("a", "b")))
                .startsWith(0x08, 8, 0x3A)
                .containsSequence(0x0A, 3, 0x22, 1, 'N')
                .containsSequence(0x62, 9, 0x0A, 1, 'a', 0x12, 4, 0x0A, 2, 0x08, 1)
                .containsSequence(0x62, 9, 0x0A, 1, 'b', 0x12, 4, 0x0A, 2, 0x08, 1)
                .doesNotContain('y');
    }

    @Test
    void whatIsNoProtocolBufferIsRefused() {
        assertThatThrownBy(() -> HiddenLayers.asOutputs(new byte[] {0x0F, 1}, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
