package io.imprimatur.publishing.account;

import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.channel.AccountField;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an account's fields must hold. */
final class AccountRules {
    private static final int LONGEST_SETTING = 500;
    private static final int LONGEST_SECRET = 10_000;
    private static final int LONGEST_NAME = 80;

    /** Of what is built in, and of paths beside those of accounts. */
    private static final Set<String> TAKEN = Set.of("newsroom", "new", "connected", "platforms");

    /** No name but one is asked for: whoever answers for names could send the credentials elsewhere. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private AccountRules() {}

    static String key(@Nullable String key) {
        if (key == null || !key.matches("[a-z][a-z0-9-]{0,39}")) {
            throw Refusal.invalid(
                            "account-key",
                            "The key begins with a lower-case letter and has at most 40 letters, digits and hyphens. It never"
                                    + " changes.")
                    .about("key");
        }
        if (TAKEN.contains(key)) {
            throw Refusal.conflict("account-exists", "This key is taken. Choose another.")
                    .about("key");
        }
        return key;
    }

    static String displayName(@Nullable String name) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Refusal.invalid("account-name", "Give the account a name of at most " + LONGEST_NAME + " characters.")
                    .about("displayName");
        }
        return name.strip();
    }

    /** The value as it is kept; empty when it was left empty. */
    static String value(AccountField field, String given) {
        var value = given.strip();
        var longest = field.kind() == AccountField.Kind.SECRET ? LONGEST_SECRET : LONGEST_SETTING;
        if (value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            throw refusal(field, "may have at most " + longest + " characters, and no line breaks.");
        }
        if (field.kind() == AccountField.Kind.ADDRESS && !value.isEmpty()) {
            requireConfidential(field, value);
        }
        return value;
    }

    static Refusal missing(AccountField field) {
        return refusal(field, "is missing. " + field.help());
    }

    /** Secrets were entrusted to the address before. */
    static Refusal secretAsWell(AccountField field) {
        return refusal(field, "has to be entered anew, because an address has changed.");
    }

    /** So that nobody reads the credentials on their way. */
    private static void requireConfidential(AccountField field, String value) {
        try {
            var address = URI.create(value);
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            var host = address.getHost();
            if (host != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && (scheme.equals("https")
                            || (scheme.equals("http")
                                    && THIS_MACHINE.matcher(host).matches()))) {
                return;
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw refusal(field, "must be an address that begins with “https://”.");
    }

    private static Refusal refusal(AccountField field, String sentence) {
        return Refusal.invalid("account-field", "“" + field.label() + "” " + sentence)
                .about("fields[" + field.name() + "]");
    }
}
