package io.imprimatur.mail.decision;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A reply as a mail server would hand it over: header fields, topmost first, and a text. */
record ReplyMail(List<String> fields, String text) {
    /** Ours: what it says of a mail is believed. */
    static final String OWN_SERVER = "mx.imprimatur.test";

    private static final DateTimeFormatter NOW = DateTimeFormatter.RFC_1123_DATE_TIME;

    /** As a person's mail program sends it through the house's server. */
    static ReplyMail from(String person, String to, String text) {
        var address = person + "@imprimatur.local";
        return unproven(person, to, text)
                .withTop("Authentication-Results: " + OWN_SERVER + "; dmarc=pass header.from=imprimatur.local")
                .withTop("Return-Path: <" + address + ">");
    }

    /** The same without a word of any server. */
    static ReplyMail unproven(String person, String to, String text) {
        return new ReplyMail(
                List.of(
                        "From: Dr. " + person + " <" + person + "@imprimatur.local>",
                        "To: Imprimatur <" + to + ">",
                        "Subject: Re: A post waits",
                        "Message-ID: <" + UUID.randomUUID() + "@client.test>",
                        "Date: " + NOW.format(ZonedDateTime.now(ZoneOffset.UTC)),
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=utf-8",
                        "Content-Transfer-Encoding: 8bit"),
                text);
    }

    ReplyMail withTop(String field) {
        var more = new ArrayList<>(fields);
        more.add(0, field);
        return new ReplyMail(more, text);
    }

    ReplyMail with(String field) {
        var more = new ArrayList<>(fields);
        more.add(field);
        return new ReplyMail(more, text);
    }

    ReplyMail without(String name) {
        return new ReplyMail(
                fields.stream()
                        .filter(field -> !field.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                        .toList(),
                text);
    }

    ReplyMail instead(String field) {
        return without(field.substring(0, field.indexOf(':'))).with(field);
    }

    byte[] bytes() {
        return (String.join("\r\n", fields) + "\r\n\r\n" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    }
}
