package io.imprimatur.screening.internal.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class NameModelTest {
    @Test
    void weightsAreReadAsTheyWereWrittenButForTheirLastDigits() throws IOException {
        var network = new Network();
        var random = new Random(1);
        for (int i = 0; i < Network.SIZE; i++) {
            network.weights[i] = (float) random.nextGaussian();
        }
        var file = new ByteArrayOutputStream();
        NameModel.write(List.of(new Network(), network), file);

        var read = NameModel.read(new ByteArrayInputStream(file.toByteArray())).get(1);

        for (int i = 0; i < Network.SIZE; i += 97) {
            assertThat(read.weights[i]).isCloseTo(network.weights[i], within(Math.abs(network.weights[i]) / 200));
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(file))) {
            out.writeInt(1);
            out.writeInt(Network.SIZE - 1);
        }

        assertThatThrownBy(() -> NameModel.read(new ByteArrayInputStream(file.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another network");
    }
}
