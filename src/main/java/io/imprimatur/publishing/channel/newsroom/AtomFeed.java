package io.imprimatur.publishing.channel.newsroom;

import io.imprimatur.platform.PublicAddress;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;

/**
 * The newsroom as an Atom feed (RFC 4287). Ids are UUID names, so that they stay the same wherever the newsroom moves;
 * the text is XHTML (section 3.1.1.3).
 */
final class AtomFeed {
    static final MediaType TYPE = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String NEWSROOM = "/newsroom";

    private final PublishingProperties.Newsroom settings;
    private final PublicAddress base;

    AtomFeed(PublishingProperties.Newsroom settings, PublicAddress base) {
        this.settings = settings;
        this.base = base;
    }

    byte[] write(List<NewsroomPost> newest) {
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

    private void feed(XMLStreamWriter xml, List<NewsroomPost> newest) throws XMLStreamException {
        xml.setDefaultNamespace(ATOM);
        xml.writeStartElement(ATOM, "feed");
        xml.writeDefaultNamespace(ATOM);
        text(xml, "id", "urn:uuid:" + UUID.nameUUIDFromBytes(publisher().getBytes(StandardCharsets.UTF_8)));
        text(xml, "title", settings.title());
        text(xml, "updated", (newest.isEmpty() ? Instant.EPOCH : newest.get(0).publishedAt()).toString());
        xml.writeStartElement(ATOM, "author");
        text(xml, "name", publisher());
        xml.writeEndElement();
        link(xml, "self", address(NEWSROOM + "/feed.atom"), TYPE.getType() + "/" + TYPE.getSubtype());
        link(xml, "alternate", address(NEWSROOM), "text/html");
        for (var post : newest) {
            entry(xml, post);
        }
        xml.writeEndElement();
    }

    private void entry(XMLStreamWriter xml, NewsroomPost post) throws XMLStreamException {
        xml.writeStartElement(ATOM, "entry");
        text(xml, "id", "urn:uuid:" + post.id());
        text(xml, "title", post.title());
        text(xml, "published", post.publishedAt().toString());
        text(xml, "updated", post.publishedAt().toString());
        link(xml, "alternate", address(NEWSROOM + "/" + post.slug()), "text/html");
        xml.writeStartElement(ATOM, "content");
        xml.writeAttribute("type", "xhtml");
        content(xml, post);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void content(XMLStreamWriter xml, NewsroomPost post) throws XMLStreamException {
        xml.setDefaultNamespace(XHTML);
        xml.writeStartElement(XHTML, "div");
        xml.writeDefaultNamespace(XHTML);
        for (var paragraph : post.paragraphs()) {
            xml.writeStartElement(XHTML, "p");
            for (int line = 0; line < paragraph.size(); line++) {
                if (line > 0) {
                    xml.writeEmptyElement(XHTML, "br");
                }
                xml.writeCharacters(legal(paragraph.get(line)));
            }
            xml.writeEndElement();
        }
        if (post.link() != null) {
            xml.writeStartElement(XHTML, "p");
            xml.writeStartElement(XHTML, "a");
            xml.writeAttribute("href", legal(post.link()));
            xml.writeCharacters(legal(post.link()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        for (var image : post.images()) {
            xml.writeStartElement(XHTML, "p");
            xml.writeEmptyElement(XHTML, "img");
            xml.writeAttribute("src", address(NEWSROOM + "/media/" + image.mediaId()));
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

    private String publisher() {
        return settings.publisher();
    }

    private String address(String path) {
        return base.of(path);
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
