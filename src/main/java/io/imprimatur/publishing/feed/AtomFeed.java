package io.imprimatur.publishing.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Published posts as an Atom feed (RFC 4287). Ids are UUID names, so that they stay the same wherever the feed moves;
 * the text is XHTML (section 3.1.1.3).
 */
public final class AtomFeed {
    public static final MediaType TYPE = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final Head head;

    public AtomFeed(Head head) {
        this.head = head;
    }

    /**
     * @param name that the feed's id is made of; the same name is the same feed for ever
     * @param page that shows the same to people; null when there is none
     */
    public record Head(String name, String title, String publisher, String self, @Nullable String page) {}

    /**
     * @param page of this post alone; null when there is none
     * @param paragraphs each as its lines
     */
    public record Entry(
            UUID id,
            String title,
            Instant publishedAt,
            @Nullable String page,
            List<List<String>> paragraphs,
            @Nullable String link,
            List<Image> images) {
        public Entry {
            paragraphs = paragraphs.stream().map(List::copyOf).toList();
            images = List.copyOf(images);
        }

        public record Image(String address, String altText) {}
    }

    /** @param newest first */
    public byte[] write(List<Entry> newest) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            feed(xml, newest);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The feed could not be written", e);
        }
        return bytes.toByteArray();
    }

    private void feed(XMLStreamWriter xml, List<Entry> newest) throws XMLStreamException {
        xml.setDefaultNamespace(ATOM);
        xml.writeStartElement(ATOM, "feed");
        xml.writeDefaultNamespace(ATOM);
        text(xml, "id", "urn:uuid:" + UUID.nameUUIDFromBytes(head.name().getBytes(StandardCharsets.UTF_8)));
        text(xml, "title", head.title());
        text(xml, "updated", (newest.isEmpty() ? Instant.EPOCH : newest.get(0).publishedAt()).toString());
        xml.writeStartElement(ATOM, "author");
        text(xml, "name", head.publisher());
        xml.writeEndElement();
        link(xml, "self", head.self(), TYPE.getType() + "/" + TYPE.getSubtype());
        if (head.page() != null) {
            link(xml, "alternate", head.page(), "text/html");
        }
        for (var entry : newest) {
            entry(xml, entry);
        }
        xml.writeEndElement();
    }

    private static void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement(ATOM, "entry");
        text(xml, "id", "urn:uuid:" + entry.id());
        text(xml, "title", entry.title());
        text(xml, "published", entry.publishedAt().toString());
        text(xml, "updated", entry.publishedAt().toString());
        if (entry.page() != null) {
            link(xml, "alternate", entry.page(), "text/html");
        }
        xml.writeStartElement(ATOM, "content");
        xml.writeAttribute("type", "xhtml");
        content(xml, entry);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void content(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.setDefaultNamespace(XHTML);
        xml.writeStartElement(XHTML, "div");
        xml.writeDefaultNamespace(XHTML);
        for (var paragraph : entry.paragraphs()) {
            xml.writeStartElement(XHTML, "p");
            for (int line = 0; line < paragraph.size(); line++) {
                if (line > 0) {
                    xml.writeEmptyElement(XHTML, "br");
                }
                xml.writeCharacters(legal(paragraph.get(line)));
            }
            xml.writeEndElement();
        }
        if (entry.link() != null) {
            xml.writeStartElement(XHTML, "p");
            xml.writeStartElement(XHTML, "a");
            xml.writeAttribute("href", legal(entry.link()));
            xml.writeCharacters(legal(entry.link()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        for (var image : entry.images()) {
            xml.writeStartElement(XHTML, "p");
            xml.writeEmptyElement(XHTML, "img");
            xml.writeAttribute("src", image.address());
            xml.writeAttribute("alt", legal(image.altText()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.setDefaultNamespace(ATOM);
    }

    private static void text(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(legal(value));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address, String type)
            throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    /** Without the characters that XML 1.0 (section 2.2) cannot hold. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
