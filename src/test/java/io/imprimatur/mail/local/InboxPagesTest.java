package io.imprimatur.mail.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.imprimatur.testing.IntegrationTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.web.servlet.MockMvc;

/** A newcomer answers from the inbox page. */
@IntegrationTest
class InboxPagesTest {
    @Autowired
    MockMvc http;

    @Autowired
    LocalMailServer server;

    @Autowired
    JavaMailSender sender;

    @Test
    void showsAMessageWithItsImageAndSendsAReply() throws Exception {
        var address = "decide+" + UUID.randomUUID() + "@imprimatur.local";
        var page = "/inbox/legal/" + asked(address);

        http.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Send reply")))
                .andExpect(content().string(containsString("/image/0")));
        http.perform(get(page + "/image/0"))
                .andExpect(header().string("Content-Type", "image/png"))
                .andExpect(content().bytes(new byte[] {1, 2, 3}));
        http.perform(get(page + "/image/1")).andExpect(status().isNotFound());
        http.perform(post(page + "/reply").param("text", "Approve")).andExpect(status().isForbidden());
        http.perform(post(page + "/reply").with(csrf()).param("text", " ")).andExpect(redirectedUrl(page + "?empty"));
        http.perform(post(page + "/reply").with(csrf()).param("text", "Approve"))
                .andExpect(redirectedUrl("/inbox?person=legal&sent"));
        http.perform(get("/inbox?person=legal&sent"))
                .andExpect(content().string(containsString("Your reply was sent")));
    }

    @Test
    void offersNoAnswerToAMessageThatOnlyInforms() throws Exception {
        http.perform(get("/inbox/legal/" + asked("somebody@imprimatur.local")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Send reply"))));
    }

    private long asked(String replyTo) throws Exception {
        var subject = "A post waits " + replyTo;
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("imprimatur@imprimatur.local");
        helper.setTo("legal@imprimatur.local");
        helper.setReplyTo(replyTo);
        helper.setSubject(subject);
        helper.setText("The garden opens.", "<p>The garden opens.</p><img src='cid:garden' alt='A garden'>");
        helper.addInline("garden", new ByteArrayResource(new byte[] {1, 2, 3}), "image/png");
        sender.send(message);
        var found = server.inbox("legal@imprimatur.local").stream()
                .filter(stored -> InboxMessage.of(stored).subject().equals(subject))
                .findFirst();
        assertThat(found).isPresent();
        return found.orElseThrow().getUid();
    }
}
