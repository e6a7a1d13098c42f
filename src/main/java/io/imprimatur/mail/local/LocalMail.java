package io.imprimatur.mail.local;

import io.imprimatur.identity.People;
import io.imprimatur.mail.mailbox.MailboxAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** In the profile {@code local} mail goes to the server inside the process. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalMail {
    @Bean(destroyMethod = "stop")
    LocalMailServer localMailServer(LocalMailProperties ports) {
        var server = LocalMailServer.start(ports);
        server.openAccounts(List.of()); // the mailbox is fetched from before the people are made
        return server;
    }

    /** Where replies are fetched from. */
    @Bean
    MailboxAddress localMailbox(LocalMailServer server) {
        return new LocalMailbox(server);
    }

    /** The demo people are made while the application starts. */
    @Bean
    ApplicationListener<ApplicationStartedEvent> localMailAccounts(LocalMailServer server, People people) {
        return started -> server.openAccounts(people.all());
    }

    @Bean
    JavaMailSender localMailSender(LocalMailServer server, Environment environment) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.smtpPort());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Binder.get(environment)
                .bind("spring.mail.properties", Bindable.mapOf(String.class, String.class))
                .ifBound(properties -> sender.getJavaMailProperties().putAll(properties));
        return sender;
    }
}
