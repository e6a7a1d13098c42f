package io.imprimatur.mail.reading;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** How mail clients mark up what they quote. */
final class QuotationElement {

    /** Gmail; Yahoo; Proton; Thunderbird; Tutanota; Zoho; Zimbra; Samsung; Spark. */
    private static final Set<String> CLASSES = Set.of(
            "gmail_quote",
            "gmail_quote_container",
            "gmail_attr",
            "yahoo_quoted",
            "protonmail_quote",
            "moz-cite-prefix",
            "tutanota_quote",
            "zmail_extra",
            "zimbra_quote",
            "moz-forward-container",
            "quoted_message");

    /** Outlook on the web and phones; Zimbra; Roundcube: the quotation is all that follows. */
    private static final Set<String> REST = Set.of(
            "divrplyfwdmsg",
            "appendonsend",
            "ms-outlook-mobile-reference-message",
            "zwchr",
            "reply-intro",
            "mail-editor-reference-message-container");

    private QuotationElement() {}

    /** Whether all that is in the element is quoted. */
    static boolean holds(Element element) {
        return element.normalName().equals("blockquote")
                || element.attr("name").equals("quote")
                || element.classNames().stream().anyMatch(name -> CLASSES.contains(plain(name)))
                || plain(element.id()).equals("yahoo_quoted");
    }

    /** Whether the element and all that follows it in the mail is quoted. */
    static boolean beginsRest(Element element) {
        return REST.contains(plain(element.id()))
                || element.classNames().stream().anyMatch(name -> REST.contains(plain(name)));
    }

    /** Outlook prefixes the names of others with {@code x_}. */
    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x_") ? lower.substring(2) : lower;
    }
}
