package io.imprimatur.mail.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.identity.Person;
import io.imprimatur.platform.CannotStart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class LocalMailServerTest {
    @Test
    void receivesMailForEverybody() {
        var server = LocalMailServer.start(new LocalMailProperties(0, 0));
        server.openAccounts(List.of(new Person("legal", "Laura Legal", "legal@imprimatur.local", Set.of("legal"))));
        try {
            assertThat(server.inbox("legal@imprimatur.local")).isEmpty();
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.smtpPort());
            var message = new SimpleMailMessage();
            message.setTo("legal@imprimatur.local");
            message.setSubject("Hello");
            message.setText("Text");
            sender.send(message);
            var inbox = server.inbox("legal@imprimatur.local");
            assertThat(inbox).hasSize(1);
            assertThat(InboxMessage.of(inbox.get(0)).text()).isEqualToIgnoringWhitespace("Text");
            assertThat(server.message("legal@imprimatur.local", inbox.get(0).getUid()))
                    .isPresent();
            assertThat(server.message("legal@imprimatur.local", 99)).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void deliversSubAddressesIntoTheirAccount() throws Exception {
        var server = LocalMailServer.start(new LocalMailProperties(0, 0));
        server.openAccounts(List.of());
        try {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.smtpPort());
            for (var to :
                    List.of("decide+abc234@imprimatur.local", "decide@imprimatur.local", "other+x@imprimatur.local")) {
                var message = new SimpleMailMessage();
                message.setTo(to);
                message.setText("Text");
                sender.send(message);
            }
            assertThat(server.inbox("decide@imprimatur.local")).hasSize(2);
            assertThat(server.received("decide@imprimatur.local"))
                    .anySatisfy(message -> assertThat(message.getHeader("Delivered-To"))
                            .containsExactly("decide+abc234@imprimatur.local"));
            assertThat(server.inbox("other+x@imprimatur.local")).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void saysInOneSentenceThatAPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var ports = new LocalMailProperties(taken.getLocalPort(), 0);
            assertThatThrownBy(() -> LocalMailServer.start(ports))
                    .isInstanceOfSatisfying(CannotStart.class, cannot -> assertThat(cannot.sentence())
                            .contains(String.valueOf(taken.getLocalPort()))
                            .contains("--imprimatur.local.smtp-port=0"));
        }
    }
}
