package io.imprimatur.screening.internal.names;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes inner results of an ONNX model its outputs, in place of those that it declares, so that the runtime leaves out what
 * only the declared ones need. A model is a protocol buffer; see ModelProto, GraphProto and ValueInfoProto in onnx.proto.
 */
final class HiddenLayers {
    private static final int GRAPH_OF_MODEL = 7;
    private static final int OUTPUT_OF_GRAPH = 12;
    private static final int NAME_OF_VALUE = 1;
    private static final int TYPE_OF_VALUE = 2;
    private static final int TENSOR_OF_TYPE = 1;
    private static final int ELEMENT_OF_TENSOR = 1;
    private static final int FLOAT = 1;

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_FIRST = 2;
    private static final int FOUR_BYTES = 5;

    private final byte[] bytes;
    private int at;

    private HiddenLayers(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param names of values within the model, of float tensors */
    static byte[] asOutputs(byte[] model, List<String> names) {
        return new HiddenLayers(model).rewritten(0, model.length, GRAPH_OF_MODEL, names);
    }

    /** The message without its outputs and, at its end, with those asked for; the graph is found on the way. */
    private byte[] rewritten(int start, int end, int special, List<String> names) {
        var out = new ByteArrayOutputStream(end - start);
        at = start;
        while (at < end) {
            int fieldStart = at;
            int key = (int) varint();
            int bodyStart = at;
            int fieldEnd = skip(key & 7);
            if (key >>> 3 != special || (key & 7) != LENGTH_FIRST) {
                out.write(bytes, fieldStart, fieldEnd - fieldStart);
            } else if (special == GRAPH_OF_MODEL) {
                at = bodyStart;
                int length = (int) varint();
                var graph = rewritten(at, at + length, OUTPUT_OF_GRAPH, names);
                field(out, GRAPH_OF_MODEL, graph);
            }
            at = fieldEnd;
        }
        if (special == OUTPUT_OF_GRAPH) {
            names.forEach(name -> field(out, OUTPUT_OF_GRAPH, floatTensor(name)));
        }
        return out.toByteArray();
    }

    private static byte[] floatTensor(String name) {
        var element = new ByteArrayOutputStream();
        varint(element, ELEMENT_OF_TENSOR << 3 | VARINT);
        varint(element, FLOAT);
        var type = new ByteArrayOutputStream();
        field(type, TENSOR_OF_TYPE, element.toByteArray());
        var value = new ByteArrayOutputStream();
        field(value, NAME_OF_VALUE, name.getBytes(StandardCharsets.UTF_8));
        field(value, TYPE_OF_VALUE, type.toByteArray());
        return value.toByteArray();
    }

    private int skip(int wireType) {
        return switch (wireType) {
            case VARINT -> {
                varint();
                yield at;
            }
            case EIGHT_BYTES -> at + 8;
            case FOUR_BYTES -> at + 4;
            case LENGTH_FIRST -> {
                int length = (int) varint();
                yield at + length;
            }
            default -> throw new IllegalArgumentException("This is no protocol buffer.");
        };
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            var next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static void field(ByteArrayOutputStream out, int number, byte[] content) {
        varint(out, (long) number << 3 | LENGTH_FIRST);
        varint(out, content.length);
        out.writeBytes(content);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
