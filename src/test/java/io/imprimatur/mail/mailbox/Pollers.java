package io.imprimatur.mail.mailbox;

import io.imprimatur.mail.oauth.OAuthTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Makes pollers with settings as an operator writes them. */
final class Pollers {
    private Pollers() {}

    /** @param settings pairs of name and value, without their prefix; the last of a name counts */
    static MailboxPoller poller(
            Intake intake, MeterRegistry meters, OAuthTokens tokens, Clock clock, String... settings) {
        var all = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "tls", "none",
                "user", "decide",
                "poll-interval", "100ms",
                "backoff-min", "10ms",
                "backoff-max", "100ms"));
        for (int at = 0; at < settings.length; at += 2) {
            all.put(settings[at], settings[at + 1]);
        }
        var prefixed = new HashMap<String, String>();
        all.forEach((name, value) -> prefixed.put("imprimatur.mail.mailbox." + name, value));
        var properties = new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate("imprimatur.mail.mailbox", MailboxProperties.class);
        var beans = new StaticListableBeanFactory(Map.of("intake", intake));
        return new MailboxPoller(
                properties,
                beans.getBeanProvider(MailboxAddress.class),
                beans.getBeanProvider(Intake.class),
                tokens,
                meters,
                clock);
    }
}
