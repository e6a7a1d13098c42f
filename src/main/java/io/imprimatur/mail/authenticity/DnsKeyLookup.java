package io.imprimatur.mail.authenticity;

import com.google.common.net.HostAndPort;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Keys from the DNS (RFC 6376, section 3.6.2), within bounds of time and size. */
@Component
class DnsKeyLookup implements KeyLookup {
    private static final int DNS_PORT = 53;
    private static final int MAX_ALIASES = 4;
    private static final int MAX_RECORDS = 8;

    private final AuthenticityProperties.Dkim bounds;
    private final LookupSession session;

    DnsKeyLookup(AuthenticityProperties properties) throws UnknownHostException {
        this.bounds = properties.dkim();
        var resolver = resolver(bounds.dnsServer().strip());
        resolver.setTimeout(bounds.dnsTimeout());
        this.session = LookupSession.builder()
                .resolver(resolver)
                .maxRedirects(MAX_ALIASES)
                .build();
    }

    @Override
    public List<String> records(String name) throws Unavailable {
        try {
            var question = session.lookupAsync(Name.fromString(name, Name.root), Type.TXT);
            return texts(question.toCompletableFuture().get(bounds.dnsTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof NoSuchDomainException
                    || failed.getCause() instanceof NoSuchRRSetException) {
                return List.of();
            }
            throw new Unavailable();
        } catch (TextParseException noName) {
            return List.of();
        } catch (TimeoutException | RuntimeException unanswered) {
            throw new Unavailable();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable();
        }
    }

    private List<String> texts(LookupResult answer) throws Unavailable {
        var texts = answer.getRecords().stream()
                .filter(TXTRecord.class::isInstance)
                .map(DnsKeyLookup::text)
                .toList();
        if (texts.size() > MAX_RECORDS || texts.stream().anyMatch(text -> text.length() > bounds.maxKeyLength())) {
            throw new Unavailable();
        }
        return texts;
    }

    private static String text(Record txt) {
        var text = new StringBuilder();
        ((TXTRecord) txt)
                .getStringsAsByteArrays()
                .forEach(part -> text.append(new String(part, StandardCharsets.ISO_8859_1)));
        return text.toString();
    }

    private static Resolver resolver(String server) throws UnknownHostException {
        if (server.isEmpty()) {
            return new ExtendedResolver();
        }
        var address = HostAndPort.fromString(server).withDefaultPort(DNS_PORT);
        return new SimpleResolver(new InetSocketAddress(address.getHost(), address.getPort()));
    }
}
