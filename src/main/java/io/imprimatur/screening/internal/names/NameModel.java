package io.imprimatur.screening.internal.names;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The weights as a file: how many there are, then each in sixteen bits, the upper half of a float (bfloat16); gzipped. */
final class NameModel {
    private NameModel() {}

    static Network read(InputStream file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
            if (in.readInt() != Network.SIZE) {
                throw new IOException("The weights are of another network.");
            }
            var network = new Network();
            for (int i = 0; i < Network.SIZE; i++) {
                network.weights[i] = Float.intBitsToFloat(in.readUnsignedShort() << 16);
            }
            return network;
        }
    }

    static void write(Network network, OutputStream file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(file)))) {
            out.writeInt(Network.SIZE);
            for (var weight : network.weights) {
                out.writeShort(Float.floatToIntBits(weight) + 0x8000 >>> 16);
            }
        }
    }
}
