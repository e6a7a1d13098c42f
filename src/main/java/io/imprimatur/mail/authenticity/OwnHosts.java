package io.imprimatur.mail.authenticity;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/** The servers of our own house, by the names that they write into Received fields (RFC 5321, section 4.4). */
final class OwnHosts {
    private final List<String> names;

    private OwnHosts(List<String> names) {
        this.names = names;
    }

    /** Without names it is the domain that {@code authserv-id} belongs to, which most servers take from their host name. */
    static OwnHosts of(List<String> names, String authservId) {
        var own = names.isEmpty() ? List.of(authservId, registered(authservId)) : names;
        return new OwnHosts(own.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /** Whether what stands above the field was added after it left the servers of others. */
    boolean wroteAllReceivedAbove(HeaderField field, RawMessage message) {
        return message.fields().stream()
                .takeWhile(other -> other != field)
                .filter(other -> other.is("Received"))
                .allMatch(this::wrote);
    }

    private boolean wrote(HeaderField received) {
        var words = new StringTokenizer(received.value().toLowerCase(Locale.ROOT), " \t;");
        while (words.hasMoreTokens()) {
            if (words.nextToken().equals("by")) {
                return words.hasMoreTokens() && isOwn(words.nextToken());
            }
        }
        return false;
    }

    private boolean isOwn(String host) {
        return names.stream()
                .anyMatch(name -> name.endsWith("*")
                        ? host.startsWith(name.substring(0, name.length() - 1))
                        : host.equals(name) || host.endsWith("." + name));
    }

    private static String registered(String host) {
        if (!InternetDomainName.isValid(host)) {
            return "";
        }
        var name = InternetDomainName.from(host);
        return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : "";
    }
}
