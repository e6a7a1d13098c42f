package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a From field names, if it names one person only. */
class SenderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@hospital.example",
                "Anna@Hospital.Example",
                "<anna@hospital.example>",
                "Anna Meier <anna@hospital.example>",
                "\"Meier, Anna\" <anna@hospital.example>",
                "\"ben@evil.example\" <anna@hospital.example>",
                "=?utf-8?Q?M=C3=A4ier=2C_Anna?= <anna@hospital.example>",
                "=?utf-8?B?QW5uYQ==?= =?utf-8?B?TWVpZXI=?=\r\n <anna@hospital.example>",
                "anna@hospital.example (Anna: of the house, <you know>)",
                "(Legal) Anna <anna@hospital.example>",
                "Änna <anna@hospital.example>"
            })
    void namesOnePerson(String from) {
        assertThat(sender("From: " + from + "\r\n")).isEqualTo(new Sender.One("anna@hospital.example"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "anna@hospital.example, ben@hospital.example; from-several",
                "anna@hospital.example <ben@hospital.example>; from-several",
                "Anna <anna@hospital.example> <ben@hospital.example>; from-malformed",
                "Anna <anna@hospital.example> Ben; from-malformed",
                "Anna <anna@hospital.example; from-malformed",
                "Anna anna@hospital.example>; from-malformed",
                "Anna; from-malformed",
                "<>; from-malformed",
                "anna@; from-malformed",
                "@hospital.example; from-malformed",
                "anna@ben@hospital.example; from-malformed",
                "an na@hospital.example; from-malformed",
                "anna@hospital..example; from-malformed",
                "<@relay.example,@b.example:anna@hospital.example>; from-group",
                "Reviewers: anna@hospital.example; from-group",
                "(open anna@hospital.example; from-malformed",
                "=?utf-8?Q?anna=40hospital.example?=; from-malformed",
                "=?utf-8?Q?a?=@hospital.example; from-malformed",
                "=?utf-8?Q?anna=40hospital.example=3E?= <ben@evil.example>; from-encoded",
                "anna@h\u043Espital.example; from-malformed",
                "'anna@hospital.example;'; from-group"
            })
    void namesNobodyInParticular(String from, String code) {
        assertThat(sender("From: " + from + "\r\n")).isEqualTo(new Sender.Unclear(code));
    }

    @Test
    void countsFields() {
        String from = "From: anna@hospital.example\r\n";

        assertThat(sender("")).isEqualTo(new Sender.Unclear("from-missing"));
        assertThat(sender(from + "Subject: x\r\n" + from)).isEqualTo(new Sender.Unclear("from-repeated"));
        assertThat(sender(from + "FROM : ben@hospital.example\r\n")).isEqualTo(new Sender.Unclear("from-repeated"));
    }

    @Test
    void namesNobodyInAHeaderThatTwoReadersMayReadDifferently() {
        String from = "From: anna@hospital.example\r\n";
        Sender malformed = new Sender.Unclear("header-malformed");

        assertThat(sender(from + "no field\r\n")).isEqualTo(malformed);
        assertThat(sender(from + "Subject: x\rFrom: ben@hospital.example\r\n")).isEqualTo(malformed);
        assertThat(sender("From: anna@hospital.example\0\r\n")).isEqualTo(malformed);
        assertThat(sender(from + "X-Field: y\r\n".repeat(600))).isEqualTo(malformed);
        assertThat(sender("From: " + "x".repeat(9_000) + " <anna@hospital.example>\r\n"))
                .isEqualTo(malformed);
        assertThat(sender("From anna Tue Mar  3 14:05:11 2026\r\n" + from))
                .isEqualTo(new Sender.One("anna@hospital.example"));
    }

    private static Sender sender(String header) {
        return IncomingMail.read(
                        (header + "\r\nApproved").getBytes(StandardCharsets.UTF_8), ReadingProperties.defaults())
                .sender();
    }
}
