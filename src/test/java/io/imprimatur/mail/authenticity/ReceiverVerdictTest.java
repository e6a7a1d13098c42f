package io.imprimatur.mail.authenticity;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.mail.authenticity.Authenticity.Means;
import io.imprimatur.mail.authenticity.Authenticity.Proven;
import io.imprimatur.mail.authenticity.Authenticity.Unproven;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverVerdictTest {
    static final String ID = "mx.clinic.example";
    static final Proven PROVEN = new Proven(Means.DMARC, "partner.example");
    private static final String PASS =
            "Authentication-Results: mx.clinic.example; dmarc=pass header.from=partner.example";

    private static final AuthenticityCheck USUAL = check(Map.of());

    static Authenticity judge(Map<String, String> settings, String... fields) {
        var mail = String.join("\r\n", fields) + "\r\nFrom: Bo <bo@partner.example>\r\n\r\nApproved\r\n";
        return (settings.isEmpty() ? USUAL : check(settings)).of(Senders.bytes(mail), "bo@partner.example");
    }

    private static AuthenticityCheck check(Map<String, String> settings) {
        var all = new HashMap<>(Map.of("imprimatur.mail.authenticity.authserv-id", ID));
        all.putAll(settings);
        return Senders.check(all, name -> List.of());
    }

    private static Authenticity judge(String... fields) {
        return judge(Map.of(), fields);
    }

    @Test
    void ourServersPassProves() {
        assertThat(judge(PASS)).isEqualTo(PROVEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MX.Clinic.Example 1; DMARC=Pass Header.From=Partner.Example",
                "(a (nested \\) comment)) mx.clinic.example (b)/1; x=y",
                "mx.clinic.example;\r\n\tspf=pass smtp.mailfrom=partner.example;\r\n dkim=pass (2048-bit key)\r\n header.d=partner.example header.b=ab/+cd==;\r\n dmarc = pass (p=reject; dis=none) header . from = partner.example",
                "\"mx.clinic.example\"; dmarc=pass reason=\"a; dmarc=fail\" policy.dmarc=reject header.from=\"partner.example\"",
                "mx.clinic.example; dkim/1=fail (bad; dmarc=fail); dmarc/1=pass action=none header.from=@partner.example;",
                "mx.clinic.example; iprev=pass policy.iprev=192.0.2.1; dmarc=pass header.from=bo@partner.example",
            })
    void theGrammarIsReadWhole(String value) {
        var expected = value.contains("x=y") ? new Unproven("results-malformed") : PROVEN;
        assertThat(judge("Authentication-Results: " + value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.clinic.example; none",
                "mx.clinic.example; spf=pass smtp.mailfrom=partner.example",
                "mx.clinic.example; dmarc=fail header.from=partner.example",
                "mx.clinic.example; dmarc=none header.from=partner.example",
                "mx.clinic.example; dmarc=bestguesspass header.from=partner.example",
                "mx.clinic.example; dmarc=pass header.from=evil.example",
                "mx.clinic.example; dmarc=pass header.from=a.partner.example",
                "mx.clinic.example; dmarc=pass header.from=example",
                "mx.clinic.example; dmarc=pass",
                "mx.clinic.example; dmarc=pass smtp.mailfrom=partner.example",
                "mx.clinic.example; dmarc=pass (header.from=partner.example)",
                "mx.clinic.example; dmarc=pass header.from=partner.example header.from=evil.example",
                "mx.clinic.example; dmarc=pass header.from=partner.example; dmarc=fail header.from=partner.example",
                "mx.clinic.example; dmarc=pass header.from=evil.example; dmarc=pass header.from=partner.example",
                "mx.clinic.example; spf=fail smtp.mailfrom=a; dmarc=pass header.from=partner.example@evil.example",
                "mx.clinic.example 2; dmarc=pass header.from=partner.example",
                "mx.clinic.example dmarc=pass header.from=partner.example",
                "evil.mx.clinic.example; dmarc=pass header.from=partner.example",
                "mx.clinic.example.evil.example; dmarc=pass header.from=partner.example",
                "clinic.example; dmarc=pass header.from=partner.example",
                "(mx.clinic.example); dmarc=pass header.from=partner.example",
                "mx.clinic.example; (open; dmarc=pass header.from=partner.example",
                "mx.clinic.example; spf=fail reason=\"open; dmarc=pass header.from=partner.example",
                "spf=pass smtp.mailfrom=partner.example; dmarc=pass header.from=partner.example",
                "",
                ";",
            })
    void anythingElseDoesNot(String value) {
        assertThat(judge("Authentication-Results: " + value)).isInstanceOf(Unproven.class);
    }

    @Test
    void onlyTheTopmostFieldCounts() {
        assertThat(judge("Authentication-Results: mx.clinic.example; none", PASS))
                .isInstanceOf(Unproven.class);
        assertThat(judge("Authentication-Results: other.example; dmarc=pass header.from=partner.example", PASS))
                .isEqualTo(new Unproven("results-foreign"));
        assertThat(judge("Authentication-Results: nonsense", PASS)).isEqualTo(new Unproven("results-malformed"));
        assertThat(judge(PASS, "Authentication-Results: other.example; dmarc=fail header.from=partner.example"))
                .isEqualTo(PROVEN);
    }

    @Test
    void onlyOurOwnServersMayStandAboveIt() {
        var own = "Received: from mx.clinic.example by imap.clinic.example with LMTP id 1; today";
        var border = "Received: from partner.example by mx.clinic.example\r\n (Postfix) with ESMTPS id 1; today";
        var house = Map.of("imprimatur.mail.authenticity.own-hosts", "clinic.example");
        assertThat(judge(house, own, border, PASS)).isEqualTo(PROVEN);
        assertThat(judge(PASS, border)).isEqualTo(PROVEN);
        assertThat(judge(house, own, "Received: from x by forwarder.example with ESMTP; today", PASS))
                .isEqualTo(new Unproven("results-misplaced"));
        assertThat(judge("Received: nonsense", PASS)).isEqualTo(new Unproven("results-misplaced"));
        assertThat(judge("Received: from mx.clinic.example (by mx.clinic.example) by evil.example; today", PASS))
                .isEqualTo(new Unproven("results-misplaced"));
        assertThat(judge("Received: from a by evil.example by mx.clinic.example; today", PASS))
                .isEqualTo(new Unproven("results-misplaced"));
        var named = Map.of("imprimatur.mail.authenticity.own-hosts", "mailstore, 2001:db8:*");
        assertThat(judge(
                        named,
                        "Received: by 2001:db8:1:2 with SMTP id 3; today",
                        "Received: from x by mailstore; t",
                        PASS))
                .isEqualTo(PROVEN);
        assertThat(judge(named, border, PASS)).isEqualTo(new Unproven("results-misplaced"));
    }

    @Test
    void ourOwnServersAreThoseOfTheDomainUnlessNamed() {
        var received = "Received: from mx.example.org by imap.example.org with LMTP; today";
        var pass = PASS.replace(ID, "mx.example.org");
        assertThat(judge(Map.of("imprimatur.mail.authenticity.authserv-id", "mx.example.org"), received, pass))
                .isEqualTo(PROVEN);
    }

    @Test
    void withoutAConfiguredNameNoFieldIsBelieved() {
        assertThat(judge(Map.of("imprimatur.mail.authenticity.authserv-id", ""), PASS))
                .isEqualTo(new Unproven("no-proof"));
    }
}
