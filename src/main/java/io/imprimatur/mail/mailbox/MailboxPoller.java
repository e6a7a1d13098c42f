package io.imprimatur.mail.mailbox;

import io.imprimatur.mail.oauth.OAuthTokens;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fetches from the mailbox as long as the application runs, in a thread of its own. Does nothing when there is no mailbox or
 * this node is told not to.
 */
@Component
class MailboxPoller implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxPoller.class);

    private final MailboxProperties properties;
    private final ObjectProvider<MailboxAddress> inside;
    private final ObjectProvider<Intake> intakes;
    private final OAuthTokens tokens;
    private final MailboxMetrics metrics;
    private final Clock clock;
    private @Nullable Running running;

    MailboxPoller(
            MailboxProperties properties,
            ObjectProvider<MailboxAddress> inside,
            ObjectProvider<Intake> intakes,
            OAuthTokens tokens,
            MeterRegistry registry,
            Clock clock) {
        this.properties = properties;
        this.inside = inside;
        this.intakes = intakes;
        this.tokens = tokens;
        this.metrics = new MailboxMetrics(registry);
        this.clock = clock;
    }

    private record Running(PollingLoop loop, Thread thread, StoredMail storedMail) {}

    @Override
    public synchronized void start() {
        var intake = intakes.getIfAvailable();
        var target = MailboxTarget.of(properties, inside.getIfAvailable());
        if (running != null || !properties.enabled() || intake == null || target.isEmpty()) {
            return;
        }
        if (properties.tls() == MailboxProperties.Tls.NONE && !properties.host().isBlank()) {
            LOG.warn("Mail is fetched without encryption: imprimatur.mail.mailbox.tls is none");
        }
        var storedMail = new StoredMail(intake, properties.handleInterval(), properties.stopTimeout());
        var loop = new PollingLoop(() -> open(target.get()), properties, intake, metrics, storedMail, clock);
        var thread = new Thread(loop, "mailbox");
        thread.setDaemon(true);
        thread.start();
        running = new Running(loop, thread, storedMail);
    }

    private Mailbox open(MailboxTarget target) throws MessagingException {
        boolean oauth = tokens.isConfigured() && !properties.host().isBlank();
        try {
            return Mailbox.open(target, oauth ? tokens.token() : password(), oauth, properties);
        } catch (AuthenticationFailedException refused) {
            if (oauth) {
                tokens.forget();
            }
            throw refused;
        }
    }

    private String password() {
        var address = inside.getIfAvailable();
        return address == null || !properties.host().isBlank() ? properties.password() : address.password();
    }

    @Override
    public synchronized void stop() {
        var stopping = running;
        running = null;
        if (stopping == null) {
            return;
        }
        stopping.loop().stop();
        try {
            stopping.thread().join(Math.max(1, properties.stopTimeout().toMillis()));
            if (stopping.thread().isAlive()) {
                LOG.warn("The mail server does not answer; its connection is left behind");
                stopping.thread().interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        stopping.storedMail().close();
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
