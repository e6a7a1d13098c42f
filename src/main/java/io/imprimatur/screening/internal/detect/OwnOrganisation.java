package io.imprimatur.screening.internal.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.re2j.Pattern;
import io.imprimatur.screening.internal.ScreeningProperties;
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

    private final Set<String> phones;
    private final Set<String> domains;
    private final Set<String> emailDomains;
    private final List<String> addresses;

    OwnOrganisation(ScreeningProperties properties) {
        var own = properties.own();
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

    /** @param number in E.164, such as {@code +16175550123} */
    boolean hasPhone(String number) {
        return phones.contains(number);
    }

    boolean hasDomain(String host) {
        return isWithin(host, domains);
    }

    boolean hasEmailDomain(String domain) {
        return isWithin(domain, emailDomains);
    }

    /** Whether that is one of its addresses, or a part of one. */
    boolean hasAddress(String address) {
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
