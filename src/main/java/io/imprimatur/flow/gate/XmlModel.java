package io.imprimatur.flow.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The elements of an XML file in document order, read without any of XML's powers: no DOCTYPE, no entity, no inclusion. */
record XmlModel(List<Element> elements) {
    private static final int DEEPEST = 60;

    XmlModel {
        elements = List.copyOf(elements);
    }

    /** The file cannot be read; the message says why without quoting it. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    static XmlModel read(byte[] bytes) throws Unreadable {
        try {
            XmlDepth.requireAtMost(DEEPEST, bytes);
            var builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            var all = builder.parse(new ByteArrayInputStream(bytes)).getElementsByTagNameNS("*", "*");
            var elements = new ArrayList<Element>(all.getLength());
            for (int i = 0; i < all.getLength(); i++) {
                elements.add((Element) all.item(i));
            }
            return new XmlModel(elements);
        } catch (SAXParseException e) {
            throw new Unreadable("This is no plain XML, see line " + e.getLineNumber()
                    + ". A DOCTYPE or an entity is not allowed either.");
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new Unreadable("This is no plain XML.");
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setNamespaceAware(true);
        return factory;
    }

    /** The element's id, or the kind of element where it has none. */
    static String idOf(Element element) {
        var id = element.getAttribute("id");
        if (!id.isEmpty()) {
            return id;
        }
        return element.getParentNode() instanceof Element parent
                        && !parent.getAttribute("id").isEmpty()
                ? parent.getAttribute("id")
                : element.getLocalName();
    }

    static List<Attr> attributesOf(Element element) {
        var attributes = element.getAttributes();
        var list = new ArrayList<Attr>(attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = (Attr) attributes.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                list.add(attribute);
            }
        }
        return list;
    }

    static String namespaceOf(Node node) {
        var namespace = node.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** The text directly inside an element, without that of its children. */
    static String textOf(Element element) {
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
