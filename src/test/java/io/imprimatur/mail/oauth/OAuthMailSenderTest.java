package io.imprimatur.mail.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

class OAuthMailSenderTest {
    private GreenMail server;
    private TokenServer provider;
    private OAuthTokens tokens;

    @BeforeEach
    void open() throws Exception {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.setUser("app@clinic.example", "app@clinic.example", "token-1");
        provider = new TokenServer();
        tokens = Tokens.with(Map.of("token-url", provider.url(), "client-id", "app"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        provider.close();
        server.stop();
    }

    private static SimpleMailMessage letter() {
        var letter = new SimpleMailMessage();
        letter.setFrom("app@clinic.example");
        letter.setTo("ada@clinic.example");
        letter.setText("Hello");
        return letter;
    }

    private JavaMailSender sender() {
        var settings = new MailProperties();
        settings.setHost("127.0.0.1");
        settings.setPort(server.getSmtp().getPort());
        settings.setUsername("app@clinic.example");
        settings.setPassword("a password that is of no use");
        settings.getProperties().put("mail.smtp.timeout", "5000");
        return new OAuthMail().oauthMailSender(tokens, settings);
    }

    @Test
    void mailIsSentWithTheTokenAsPassword() {
        sender().send(letter());
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(provider.requests).hasSize(1);
    }

    @Test
    void aRefusedTokenIsAskedForAnewTheNextTime() {
        provider.answer = provider.answer.replace("token-1", "revoked");
        var sender = sender();
        assertThatThrownBy(() -> sender.send(letter())).isInstanceOf(MailAuthenticationException.class);
        provider.answer = provider.answer.replace("revoked", "token-1");
        sender.send(letter());
        assertThat(provider.requests).hasSize(2);
    }

    @Test
    void anEndpointThatRefusesIsAFailedLogin() {
        provider.status = 500;
        assertThatThrownBy(() -> sender().send(letter())).isInstanceOf(MailAuthenticationException.class);
    }

    @Test
    void itTakesThePlaceOfTheUsualSenderOnlyWhenConfigured() {
        var runner = new ApplicationContextRunner()
                .withUserConfiguration(OAuthMail.class)
                .withBean(OAuthTokens.class, () -> tokens)
                .withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.properties[mail.smtp.timeout]=7");
        runner.run(context -> assertThat(context).doesNotHaveBean(JavaMailSender.class));
        runner.withPropertyValues("imprimatur.mail.oauth.token-url=" + provider.url())
                .run(context -> assertThat(
                                context.getBean(OAuthMailSender.class).getJavaMailProperties())
                        .containsEntry("mail.smtp.timeout", "7")
                        .containsEntry("mail.smtp.auth.mechanisms", "XOAUTH2"));
    }
}
