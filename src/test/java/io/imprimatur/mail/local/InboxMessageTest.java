package io.imprimatur.mail.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboxMessageTest {
    @Test
    void showsLinksAndTextOfAnHtmlMessageAndNothingThatActs() {
        var shown = InboxMessage.harmless(
                "<head><title>t</title></head><body onload='a()'><script>alert(1)</script>"
                        + "<h1 style='color:red'>Hello</h1><img src='https://spy.example/x.png'><form action='/x'><button>b</button></form>"
                        + "<a href='https://imprimatur.example/contents/1'>Open</a><a href='javascript:alert(1)'>Bad</a></body>");
        assertThat(shown)
                .contains("<h1>Hello</h1>")
                .contains("<a href=\"https://imprimatur.example/contents/1\" rel=\"nofollow noopener\">Open</a>")
                .doesNotContain("script", "style", "img", "form", "button", "onload", "<title>");
    }
}
