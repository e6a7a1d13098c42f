package io.imprimatur.mail.authenticity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** A name server in this process that answers as a test wants. */
public final class NameServer implements AutoCloseable {
    /** What it says to a question; no bytes are no answer. */
    volatile Function<Message, byte[]> answer;

    private final DatagramSocket socket;

    NameServer(Function<Message, byte[]> answer) {
        this.answer = answer;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var thread = new Thread(this::serve, "name server");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that knows a single TXT record. */
    public static NameServer publishing(String name, String text) {
        return new NameServer(query -> {
            boolean known = query.getQuestion().getName().toString(true).equals(name);
            return known ? reply(query, Rcode.NOERROR, txt(query, parts(text))) : reply(query, Rcode.NXDOMAIN);
        });
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    static byte[] reply(Message query, int rcode, Record... records) {
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(rcode);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        for (var record : records) {
            reply.addRecord(record, Section.ANSWER);
        }
        return reply.toWire();
    }

    static Record txt(Message query, List<String> parts) {
        return new TXTRecord(query.getQuestion().getName(), DClass.IN, 60, parts);
    }

    /** A string of a TXT record holds at most 255 bytes. */
    private static List<String> parts(String text) {
        return com.google.common.base.Splitter.fixedLength(250).splitToList(text);
    }

    private void serve() {
        try {
            while (true) {
                var packet = new DatagramPacket(new byte[4096], 4096);
                socket.receive(packet);
                var bytes = answer.apply(new Message(Arrays.copyOf(packet.getData(), packet.getLength())));
                if (bytes.length > 0) {
                    socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
