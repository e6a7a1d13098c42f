package io.imprimatur.mail.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxMessageTest {
    @Test
    void showsLinksAndTextOfAnHtmlMessageAndNothingThatActs() {
        var shown = InboxMessage.harmless(
                "<head><title>t</title></head><body onload='a()'><script>alert(1)</script>"
                        + "<h1 style='color:red'>Hello</h1><img src='https://spy.example/x.png'><form action='/x'><button>b</button></form>"
                        + "<a href='https://imprimatur.example/contents/1'>Open</a><a href='javascript:alert(1)'>Bad</a></body>",
                Map.of());
        assertThat(shown)
                .contains("<h1>Hello</h1>")
                .contains("<a href=\"https://imprimatur.example/contents/1\" rel=\"nofollow noopener\">Open</a>")
                .doesNotContain("script", "style", "img", "form", "button", "onload", "<title>");
    }

    @Test
    void showsTheMessagesOwnImagesAndNoOthers() {
        var shown = InboxMessage.harmless(
                "<img src='cid:a@x' alt='A garden' onerror='b()'><img src='cid:none'><img src='data:image/png;base64,AA'>",
                Map.of("a@x", "7/image/0"));
        assertThat(shown).isEqualTo("<img src=\"7/image/0\" alt=\"A garden\">");
    }
}
