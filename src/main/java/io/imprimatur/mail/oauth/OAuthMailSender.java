package io.imprimatur.mail.oauth;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Logs in at the server for outgoing mail with an access token that is fresh at that moment, if there are tokens. */
final class OAuthMailSender extends JavaMailSenderImpl {
    private final OAuthTokens tokens;

    OAuthMailSender(OAuthTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void setJavaMailProperties(Properties properties) {
        if (tokens.isConfigured()) {
            properties.setProperty("mail.smtp.auth", "true");
            properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
        super.setJavaMailProperties(properties);
    }

    @Override
    protected Transport connectTransport() throws MessagingException {
        if (!tokens.isConfigured()) {
            return super.connectTransport();
        }
        var transport = getTransport(getSession());
        try {
            transport.connect(getHost(), getPort(), getUsername(), tokens.token());
        } catch (jakarta.mail.AuthenticationFailedException refused) {
            tokens.forget();
            throw refused;
        }
        return transport;
    }
}
