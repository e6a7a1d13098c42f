package io.imprimatur.screening.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.re2j.Pattern;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What belongs to the organisation itself and identifies no patient. */
@Component
class OwnOrganisation {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d]+");

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z]+://(?:[^/@]*@)?");
    private static final Pattern END_OF_HOST = Pattern.compile("[:/?#]");

    private final String region;
    private final Set<String> phones;
    private final Set<String> domains;
    private final Set<String> emailDomains;
    private final List<String> addresses;

    OwnOrganisation(ScreeningProperties properties) {
        var own = properties.own();
        region = properties.defaultRegion();
        phones = own.phones().stream()
                .map(phone -> e164(phone, properties.defaultRegion()))
                .collect(Collectors.toUnmodifiableSet());
        domains = lowerCase(own.domains());
        emailDomains = lowerCase(own.emailDomains());
        addresses = own.addresses().stream()
                .map(OwnOrganisation::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** The finding as information when it marks something of the organisation's own; otherwise as it is. */
    Finding relieved(Finding finding, String marked) {
        return isOwn(finding, marked) ? finding.as(Severity.INFORMATION) : finding;
    }

    private boolean isOwn(Finding finding, String marked) {
        return switch (finding.identifier()) {
            case PHONE, FAX -> hasPhone(marked);
            case EMAIL -> isWithin(marked.substring(marked.indexOf('@') + 1), emailDomains);
            case URL -> finding.severity() == Severity.REVIEW && isWithin(host(marked), domains);
            case GEOGRAPHIC -> hasAddress(marked);
            default -> false;
        };
    }

    private boolean hasPhone(String marked) {
        try {
            return phones.contains(NUMBERS.format(NUMBERS.parse(marked, region), PhoneNumberFormat.E164));
        } catch (NumberParseException unreadable) {
            return false;
        }
    }

    private static String host(String address) {
        var host = SCHEME.matcher(address).replaceFirst("");
        return END_OF_HOST.split(host)[0];
    }

    /** Whether that is one of its addresses, or a part of one. */
    private boolean hasAddress(String address) {
        var asked = " " + words(address) + " ";
        return addresses.stream()
                .map(each -> " " + each + " ")
                .anyMatch(each -> each.contains(asked) || asked.contains(each));
    }

    private static boolean isWithin(String host, Set<String> domains) {
        var name = host.toLowerCase(Locale.ROOT);
        return domains.stream().anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }

    private static Set<String> lowerCase(Collection<String> names) {
        return names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String words(String address) {
        return NO_WORD.matcher(address.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static String e164(String phone, String region) {
        try {
            return NUMBERS.format(NUMBERS.parse(phone, region), PhoneNumberFormat.E164);
        } catch (NumberParseException unreadable) {
            throw new IllegalArgumentException(
                    "imprimatur.screening.own.phones holds \"" + phone + "\", which is no telephone number.",
                    unreadable);
        }
    }
}
