package io.imprimatur.screening.internal.names;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The weights as a file, gzipped: how many networks there are and how many weights each has, then each weight in sixteen
 * bits, the upper half of a float (bfloat16).
 */
final class NameModel {
    private NameModel() {}

    static List<Network> read(InputStream file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
            int count = in.readInt();
            if (in.readInt() != Network.SIZE) {
                throw new IOException("The weights are of another network.");
            }
            var networks = new ArrayList<Network>();
            for (int i = 0; i < count; i++) {
                networks.add(network(in));
            }
            return networks;
        }
    }

    private static Network network(DataInputStream in) throws IOException {
        var network = new Network();
        for (int i = 0; i < Network.SIZE; i++) {
            network.weights[i] = Float.intBitsToFloat(in.readUnsignedShort() << 16);
        }
        return network;
    }

    static void write(List<Network> networks, OutputStream file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(file)))) {
            out.writeInt(networks.size());
            out.writeInt(Network.SIZE);
            for (var network : networks) {
                for (var weight : network.weights) {
                    out.writeShort(Float.floatToIntBits(weight) + 0x8000 >>> 16);
                }
            }
        }
    }
}
