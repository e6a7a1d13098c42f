package io.imprimatur.mail.mailbox;

import io.imprimatur.mail.mailbox.MailboxProperties.Tls;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Which mailbox is fetched from: the configured one, else the one inside this process, if there is one. */
record MailboxTarget(String host, int port, Tls tls, String user) {
    private static final int IMAP = 143;
    private static final int IMAPS = 993;

    static Optional<MailboxTarget> of(MailboxProperties properties, @Nullable MailboxAddress inside) {
        if (!properties.host().isBlank()) {
            int usual = properties.tls() == Tls.IMPLICIT ? IMAPS : IMAP;
            int port = properties.port() == 0 ? usual : properties.port();
            return Optional.of(new MailboxTarget(properties.host().strip(), port, properties.tls(), properties.user()));
        }
        return Optional.ofNullable(inside)
                .map(address -> new MailboxTarget(address.host(), address.port(), Tls.NONE, address.user()));
    }

    /** For Angus Mail, whose own defaults wait for ever. */
    Properties session(MailboxProperties properties, boolean oauth) {
        var session = new Properties();
        session.setProperty("mail.store.protocol", "imap");
        set(session, "connectiontimeout", properties.connectTimeout().toMillis());
        set(session, "timeout", properties.readTimeout().toMillis());
        set(session, "writetimeout", properties.readTimeout().toMillis());
        set(session, "ssl.enable", tls == Tls.IMPLICIT);
        set(session, "ssl.checkserveridentity", true);
        set(session, "starttls.enable", tls == Tls.STARTTLS);
        set(session, "starttls.required", tls == Tls.STARTTLS);
        if (oauth) {
            set(session, "auth.mechanisms", "XOAUTH2");
        }
        return session;
    }

    private static void set(Properties session, String name, Object value) {
        session.setProperty("mail.imap." + name, String.valueOf(value));
    }
}
