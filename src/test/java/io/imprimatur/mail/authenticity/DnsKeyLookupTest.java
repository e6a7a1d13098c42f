package io.imprimatur.mail.authenticity;

import static io.imprimatur.mail.authenticity.NameServer.reply;
import static io.imprimatur.mail.authenticity.NameServer.txt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;

/** Against a name server in this process that answers as each test wants. */
class DnsKeyLookupTest {
    private final NameServer server = new NameServer(query -> new byte[0]);

    @AfterEach
    void close() {
        server.close();
    }

    private DnsKeyLookup lookup() throws IOException {
        return new DnsKeyLookup(Senders.properties(Map.of(
                "imprimatur.mail.authenticity.dkim.dns-server", server.address(),
                "imprimatur.mail.authenticity.dkim.dns-timeout", "300ms",
                "imprimatur.mail.authenticity.dkim.max-key-length", "600")));
    }

    @Test
    void partsOfARecordAreJoined() throws Exception {
        server.answer = query -> reply(query, Rcode.NOERROR, txt(query, List.of("v=DKIM1; ", "p=AAAA")));
        assertThat(lookup().records("s1._domainkey.clinic.example")).containsExactly("v=DKIM1; p=AAAA");
    }

    @Test
    void absentNamesAndRecordsAreNone() throws Exception {
        server.answer = query -> reply(query, Rcode.NXDOMAIN);
        assertThat(lookup().records("s1._domainkey.clinic.example")).isEmpty();
        server.answer = query -> reply(query, Rcode.NOERROR);
        assertThat(lookup().records("s1._domainkey.clinic.example")).isEmpty();
        assertThat(lookup().records("a..b")).isEmpty();
    }

    @Test
    void silenceFailureAndGarbageAreUnavailable() throws Exception {
        var lookup = lookup();
        assertUnavailable(lookup);
        server.answer = query -> reply(query, Rcode.SERVFAIL);
        assertUnavailable(lookup);
        server.answer = query -> new byte[] {1, 2, 3};
        assertUnavailable(lookup);
        server.answer = query ->
                reply(query, Rcode.NOERROR, txt(query, List.of("x".repeat(250), "x".repeat(250), "x".repeat(250))));
        assertUnavailable(lookup);
    }

    @Test
    void aCircleOfAliasesEnds() throws Exception {
        server.answer = query -> {
            var name = query.getQuestion().getName();
            return reply(query, Rcode.NOERROR, new CNAMERecord(name, DClass.IN, 60, name));
        };
        assertUnavailable(lookup());
        server.answer = query -> {
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
