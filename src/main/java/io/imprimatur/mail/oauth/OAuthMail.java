package io.imprimatur.mail.oauth;

import java.util.Properties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;

/** Outgoing mail as {@code spring.mail} says, but with tokens instead of its password. */
@Configuration(proxyBeanMethods = false)
@Profile("!local")
@ConditionalOnProperty({"imprimatur.mail.oauth.token-url", "spring.mail.host"})
@EnableConfigurationProperties(MailProperties.class)
class OAuthMail {
    @Bean
    JavaMailSender oauthMailSender(OAuthTokens tokens, MailProperties server) {
        var sender = new OAuthMailSender(tokens);
        sender.setHost(server.getHost());
        if (server.getPort() != null) {
            sender.setPort(server.getPort());
        }
        sender.setUsername(server.getUsername());
        sender.setPassword(server.getPassword());
        sender.setProtocol(server.getProtocol());
        sender.setDefaultEncoding(server.getDefaultEncoding().name());
        var properties = new Properties();
        properties.putAll(server.getProperties());
        sender.setJavaMailProperties(properties);
        return sender;
    }
}
