package io.imprimatur.mail.authenticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** Against a name server in this process that answers as each test wants. */
class DnsKeyLookupTest {
    private DatagramSocket socket;
    private volatile Function<Message, byte[]> answer = query -> new byte[0];

    @BeforeEach
    void listen() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "name server");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() {
        socket.close();
    }

    private void serve() {
        try {
            while (true) {
                var packet = new DatagramPacket(new byte[4096], 4096);
                socket.receive(packet);
                var query = new Message(java.util.Arrays.copyOf(packet.getData(), packet.getLength()));
                var bytes = answer.apply(query);
                if (bytes.length > 0) {
                    socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private DnsKeyLookup lookup() throws IOException {
        return new DnsKeyLookup(Senders.properties(Map.of(
                "imprimatur.mail.authenticity.dkim.dns-server", "127.0.0.1:" + socket.getLocalPort(),
                "imprimatur.mail.authenticity.dkim.dns-timeout", "300ms",
                "imprimatur.mail.authenticity.dkim.max-key-length", "600")));
    }

    private static byte[] reply(Message query, int rcode, Record... records) {
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(rcode);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        for (var record : records) {
            reply.addRecord(record, Section.ANSWER);
        }
        return reply.toWire();
    }

    private static Record txt(Message query, List<String> parts) {
        return new TXTRecord(query.getQuestion().getName(), DClass.IN, 60, parts);
    }

    @Test
    void partsOfARecordAreJoined() throws Exception {
        answer = query -> reply(query, Rcode.NOERROR, txt(query, List.of("v=DKIM1; ", "p=AAAA")));
        assertThat(lookup().records("s1._domainkey.clinic.example")).containsExactly("v=DKIM1; p=AAAA");
    }

    @Test
    void absentNamesAndRecordsAreNone() throws Exception {
        answer = query -> reply(query, Rcode.NXDOMAIN);
        assertThat(lookup().records("s1._domainkey.clinic.example")).isEmpty();
        answer = query -> reply(query, Rcode.NOERROR);
        assertThat(lookup().records("s1._domainkey.clinic.example")).isEmpty();
        assertThat(lookup().records("a..b")).isEmpty();
    }

    @Test
    void silenceFailureAndGarbageAreUnavailable() throws Exception {
        var lookup = lookup();
        assertUnavailable(lookup);
        answer = query -> reply(query, Rcode.SERVFAIL);
        assertUnavailable(lookup);
        answer = query -> new byte[] {1, 2, 3};
        assertUnavailable(lookup);
        answer = query ->
                reply(query, Rcode.NOERROR, txt(query, List.of("x".repeat(250), "x".repeat(250), "x".repeat(250))));
        assertUnavailable(lookup);
    }

    @Test
    void aCircleOfAliasesEnds() throws Exception {
        answer = query -> {
            var name = query.getQuestion().getName();
            return reply(query, Rcode.NOERROR, new CNAMERecord(name, DClass.IN, 60, name));
        };
        assertUnavailable(lookup());
        answer = query -> {
            var name = query.getQuestion().getName();
            var next = Name.fromConstantString("a" + name.hashCode() + ".example.");
            return reply(query, Rcode.NOERROR, new CNAMERecord(name, DClass.IN, 60, next));
        };
        assertUnavailable(lookup());
    }

    private static void assertUnavailable(DnsKeyLookup lookup) {
        assertThatThrownBy(() -> lookup.records("s1._domainkey.clinic.example"))
                .isInstanceOf(KeyLookup.Unavailable.class);
    }
}
