package io.imprimatur.mail.oauth;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Makes {@link OAuthTokens} for tests of other packages. */
public final class Tokens {
    private Tokens() {}

    /** Passwords are used. */
    public static OAuthTokens none() {
        return with(Map.of(), Clock.systemUTC());
    }

    /** @param settings without their prefix */
    public static OAuthTokens with(Map<String, String> settings, Clock clock) {
        return new OAuthTokens(properties(settings), clock);
    }

    static OAuthProperties properties(Map<String, String> settings) {
        var prefixed = new HashMap<String, String>();
        settings.forEach((name, value) -> prefixed.put("imprimatur.mail.oauth." + name, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate("imprimatur.mail.oauth", OAuthProperties.class);
    }
}
