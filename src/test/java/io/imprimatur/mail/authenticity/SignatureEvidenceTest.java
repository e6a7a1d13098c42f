package io.imprimatur.mail.authenticity;

import static io.imprimatur.mail.authenticity.Senders.FIELDS;
import static io.imprimatur.mail.authenticity.Senders.FROM;
import static io.imprimatur.mail.authenticity.Senders.KEY;
import static io.imprimatur.mail.authenticity.Senders.TEMPLATE;
import static io.imprimatur.mail.authenticity.Senders.mail;
import static io.imprimatur.mail.authenticity.Senders.record;
import static io.imprimatur.mail.authenticity.Senders.signed;
import static io.imprimatur.mail.authenticity.Senders.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.mail.authenticity.Authenticity.Means;
import io.imprimatur.mail.authenticity.Authenticity.Proven;
import io.imprimatur.mail.authenticity.Authenticity.Unproven;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureEvidenceTest {
    private static final Proven PROVEN = new Proven(Means.DKIM, "clinic.example");

    private static Authenticity judge(String mail, String from, KeyLookup keys) {
        return Senders.check(Map.of(), keys).of(Senders.bytes(mail), from);
    }

    private static Authenticity judge(String mail) {
        return judge(mail, FROM, Senders.publishing(record(KEY, "")));
    }

    private static Unproven unproven(String code) {
        return new Unproven(code);
    }

    @Test
    void aSignatureOfTheSendersDomainProves() {
        assertThat(judge(signed(TEMPLATE, mail("Approved\r\n")))).isEqualTo(PROVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple/simple", "simple/relaxed", "relaxed/simple"})
    void everyCanonicalFormIsRead(String form) {
        assertThat(judge(signed(TEMPLATE.replace("relaxed/relaxed", form), mail("Approved\r\n\r\n\r\n"))))
                .isEqualTo(PROVEN);
    }

    @Test
    void mailStoredWithLineFeedsOnlyIsReadAsItTravelled() {
        var stored = signed(TEMPLATE, mail("Approved\r\nthanks\r\n")).replace("\r\n", "\n");
        assertThat(judge(stored)).isEqualTo(PROVEN);
    }

    @Test
    void mailWithoutSignatureIsUnproven() {
        assertThat(judge(mail("Approved\r\n"))).isEqualTo(unproven("no-proof"));
    }

    @Test
    void nothingMayBeChanged() {
        var good = signed(TEMPLATE, mail("Rejected: too long\r\n"));
        assertThat(judge(good.replace("Rejected", "Approved"))).isEqualTo(unproven("dkim-broken"));
        assertThat(judge(good + "Approved\r\n")).isEqualTo(unproven("dkim-broken"));
        assertThat(judge(good.replace("To decide", "Another"))).isEqualTo(unproven("dkim-broken"));
        assertThat(judge(good.replace("decide+abc@", "decide+xyz@"))).isEqualTo(unproven("dkim-broken"));
        assertThat(judge(good.replace("text/plain", "text/html"))).isEqualTo(unproven("dkim-broken"));
    }

    @Test
    void aFurtherFieldOfAKindThatMattersIsNotCovered() {
        var good = signed(TEMPLATE, mail("Approved\r\n"));
        for (var added : List.of("Subject: Other", "To: decide+xyz@clinic.example", "Content-Type: text/html")) {
            assertThat(judge(added + "\r\n" + good)).isEqualTo(unproven("dkim-field-unsigned"));
        }
        for (var added :
                List.of("Reply-To: eve@evil.example", "Content-Transfer-Encoding: base64", "Cc: x@y.example")) {
            assertThat(judge(added + "\r\n" + good)).isEqualTo(unproven("dkim-field-unsigned"));
        }
        assertThat(judge("X-Spam: no\r\nReceived: from a by b; today\r\n" + good))
                .isEqualTo(PROVEN);
    }

    @Test
    void whichFieldsMatterIsConfigured() {
        var sparse = signed(template("clinic.example", "from:subject:date", ""), mail("Approved\r\n"));
        assertThat(judge(sparse)).isEqualTo(unproven("dkim-field-unsigned"));
        var lenient = Senders.check(
                Map.of("imprimatur.mail.authenticity.dkim.signed-headers", "subject, date"),
                Senders.publishing(record(KEY, "")));
        assertThat(lenient.of(Senders.bytes(sparse), FROM)).isEqualTo(PROVEN);
    }

    @Test
    void aSecondFromIsRefusedWhereverItStands() {
        var good = signed(TEMPLATE, mail("Approved\r\n"));
        assertThat(judge("From: Bea <bea@clinic.example>\r\n" + good)).isEqualTo(unproven("from-not-single"));
        assertThat(judge(good.replace("\r\n\r\nApproved", "\r\nFROM: Bea <bea@clinic.example>\r\n\r\nApproved")))
                .isEqualTo(unproven("from-not-single"));
        var oversigned = signed(template("clinic.example", "from:" + FIELDS, ""), mail("Approved\r\n"));
        assertThat(judge(oversigned)).isEqualTo(PROVEN);
        assertThat(judge("From: Bea <bea@clinic.example>\r\n" + oversigned)).isEqualTo(unproven("from-not-single"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From : Bea <bea@clinic.example>",
                " From: bea@clinic.example",
                "\tx",
                "no field",
                ": empty",
                "X: a\rb",
                "X: a\nFrom: b",
                "X: \0"
            })
    void aHeaderThatReadersMayReadDifferentlyIsRefused(String line) {
        assertThat(judge(line + "\r\n" + signed(TEMPLATE, mail("Approved\r\n"))))
                .isEqualTo(unproven("header-malformed"));
    }

    @Test
    void anUnsignedFromProvesNothing() {
        var unsigned = signed(template("clinic.example", FIELDS.replace("from:", ""), ""), mail("Approved\r\n"));
        assertThat(judge(unsigned)).isEqualTo(unproven("dkim-from-unsigned"));
    }

    @Test
    void aLengthTagIsRefusedEvenWithoutAppendix() {
        var limited = signed(template("clinic.example", FIELDS, " l=10;"), mail("Approved\r\n"));
        assertThat(judge(limited)).isEqualTo(unproven("dkim-length-tag"));
        assertThat(judge(limited + "but not really\r\n")).isEqualTo(unproven("dkim-length-tag"));
    }

    @Test
    void anotherDomainsSignatureProvesNothingAndAsksTheNetworkNothing() {
        var asked = new ArrayList<String>();
        KeyLookup keys = name -> {
            asked.add(name);
            return List.of(record(KEY, ""));
        };
        for (var domain :
                List.of("evil.example", "example", "inic.example", "clinic.example.evil.example", "a.clinic.example")) {
            assertThat(judge(signed(template(domain, FIELDS, ""), mail("Approved\r\n")), FROM, keys))
                    .isEqualTo(unproven("dkim-foreign-domain"));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void theSigningDomainMayBeAboveTheSendersUnlessAnybodyCanRegisterBelowIt() {
        assertThat(SignatureRules.aligned("clinic.org", "mail.clinic.org")).isTrue();
        assertThat(SignatureRules.aligned("clinic.org", "clinic.org")).isTrue();
        assertThat(SignatureRules.aligned("mail.clinic.org", "clinic.org")).isFalse();
        assertThat(SignatureRules.aligned("org", "clinic.org")).isFalse();
        assertThat(SignatureRules.aligned("co.uk", "clinic.co.uk")).isFalse();
        assertThat(SignatureRules.aligned("github.io", "clinic.github.io")).isFalse();
        assertThat(SignatureRules.aligned("linic.org", "clinic.org")).isFalse();
        assertThat(SignatureRules.aligned("", "clinic.org")).isFalse();
    }

    @Test
    void expiredAndPostdatedSignaturesAreRefused() {
        long now = Instant.now().getEpochSecond();
        assertThat(judge(signed(template("clinic.example", FIELDS, " x=" + (now - 60) + ";"), mail("Approved\r\n"))))
                .isEqualTo(unproven("dkim-expired"));
        assertThat(judge(signed(template("clinic.example", FIELDS, " x=" + (now + 6000) + ";"), mail("Approved\r\n"))))
                .isEqualTo(PROVEN);
        assertThat(judge(signed(template("clinic.example", FIELDS, " t=" + (now + 6000) + ";"), mail("Approved\r\n"))))
                .isEqualTo(unproven("dkim-future"));
        assertThat(judge(signed(template("clinic.example", FIELDS, " t=" + (now - 60) + ";"), mail("Approved\r\n"))))
                .isEqualTo(PROVEN);
        assertThat(judge(signed(template("clinic.example", FIELDS, " t=soon;"), mail("Approved\r\n"))))
                .isEqualTo(unproven("dkim-malformed"));
    }

    @Test
    void weakOldAndTestingKeysProveNothing() {
        var good = signed(TEMPLATE, mail("Approved\r\n"));
        assertThat(judge(good, FROM, Senders.publishing(record(KEY, "t=y; ")))).isEqualTo(unproven("dkim-testing-key"));
        assertThat(judge(good, FROM, Senders.publishing(record(KEY, "t=s:y; "))))
                .isEqualTo(unproven("dkim-testing-key"));
        var weak = signed(TEMPLATE, mail("Approved\r\n"), Senders.WEAK_KEY);
        assertThat(judge(weak, FROM, Senders.publishing(record(Senders.WEAK_KEY, ""))))
                .isEqualTo(unproven("dkim-weak-key"));
        var sha1 = signed(TEMPLATE.replace("rsa-sha256", "rsa-sha1"), mail("Approved\r\n"));
        assertThat(judge(sha1)).isEqualTo(unproven("dkim-algorithm"));
    }

    @Test
    void whateverTheKeyServerSaysNothingIsThrown() {
        var good = signed(TEMPLATE, mail("Approved\r\n"));
        assertThat(judge(good, FROM, name -> {
                    throw new KeyLookup.Unavailable();
                }))
                .isEqualTo(unproven("dkim-key-unavailable"));
        assertThat(judge(good, FROM, name -> List.of())).isEqualTo(unproven("dkim-no-key"));
        var bad = List.of("", "v=spf1 -all", "p", "=;=;", "\0\1\2", "v=DKIM1; p=; p=x");
        bad.forEach(record ->
                assertThat(judge(good, FROM, Senders.publishing(record))).isEqualTo(unproven("dkim-no-key")));
        for (var record :
                List.of("v=DKIM1; p=", "v=DKIM1; p=!!!!", "v=DKIM2; p=AAAA", "k=nonsense; p=AAAA", "k=EC; p=AAAA")) {
            assertThat(judge(good, FROM, Senders.publishing(record))).isEqualTo(unproven("dkim-bad-key"));
        }
        assertThat(judge(good, FROM, Senders.publishing(record(KEY, ""), record(Senders.WEAK_KEY, ""))))
                .isEqualTo(unproven("dkim-no-key"));
        assertThat(judge(good, FROM, Senders.publishing("v=spf1 -all", record(KEY, ""))))
                .isEqualTo(PROVEN);
        assertThat(judge(
                        good,
                        FROM,
                        Senders.publishing(record(Senders.WEAK_KEY, "").replace("768", ""))))
                .isInstanceOf(Unproven.class);
    }

    @Test
    void oneGoodSignatureAmongOthersIsFound() {
        var good = signed(TEMPLATE, mail("Approved\r\n"));
        var foreign = good.substring(0, good.indexOf("\r\n")).replace("clinic.example", "list.example");
        var broken = good.substring(0, good.indexOf("\r\n")).replaceFirst("bh=[^;]*", "bh=AAAA");
        assertThat(judge(foreign + "\r\n" + broken + "\r\nDKIM-Signature: nonsense\r\n" + good))
                .isEqualTo(PROVEN);
    }

    @Test
    void noMoreSignaturesAreTriedThanConfigured() {
        var good = signed(TEMPLATE, mail("Approved\r\n"));
        var broken = good.substring(0, good.indexOf("\r\n")).replaceFirst("bh=[^;]*", "bh=AAAA") + "\r\n";
        var asked = new ArrayList<String>();
        KeyLookup keys = name -> {
            asked.add(name);
            return List.of(record(KEY, ""));
        };
        assertThat(judge(broken.repeat(300) + good, FROM, keys)).isEqualTo(unproven("dkim-broken"));
        assertThat(asked).hasSize(5);
    }

    @Test
    void theAddressGivenMustBeThatOfTheFromField() {
        var good = signed(TEMPLATE, mail("Approved\r\n"));
        assertThat(judge(good, "ada@other.example", Senders.publishing(record(KEY, ""))))
                .isEqualTo(unproven("from-differs"));
        for (var nonsense : List.of("", "@", "ada", "ada@", "ada@-", "ada@..", "a@" + "b".repeat(300))) {
            assertThat(judge(good, nonsense, Senders.publishing(record(KEY, ""))))
                    .isInstanceOf(Unproven.class);
        }
    }

    @Test
    void verificationCanBeTurnedOff() {
        var off = Senders.check(
                Map.of("imprimatur.mail.authenticity.dkim.enabled", "false"), Senders.publishing(record(KEY, "")));
        assertThat(off.of(Senders.bytes(signed(TEMPLATE, mail("Approved\r\n"))), FROM))
                .isEqualTo(unproven("no-proof"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "\r",
                "\n",
                "x",
                "From: ada@clinic.example",
                "From: ada@clinic.example\r\n",
                "\0\0\0",
                "DKIM-Signature:\r\n\r\n"
            })
    void brokenMailIsUnproven(String mail) {
        assertThat(judge(mail)).isInstanceOf(Unproven.class);
    }

    @Test
    void aHugeHeaderIsNotRead() {
        var good = signed(TEMPLATE, mail("Approved\r\n"));
        assertThat(judge("X-Padding: " + "x".repeat(300_000) + "\r\n" + good)).isEqualTo(unproven("header-malformed"));
    }
}
