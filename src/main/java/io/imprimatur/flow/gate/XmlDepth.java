package io.imprimatur.flow.gate;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Measures how deep an XML file is nested before anything reads it recursively, as the engine does. */
final class XmlDepth {
    static void requireAtMost(int deepest, byte[] bytes) throws XmlModel.Unreadable {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new XmlModel.Unreadable("A DOCTYPE is not allowed.");
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.START_ELEMENT && ++depth > deepest) {
                    throw new XmlModel.Unreadable("It is nested deeper than " + deepest + " elements.");
                }
            }
        } catch (XMLStreamException e) {
            throw new XmlModel.Unreadable("This is no plain XML, see line "
                    + e.getLocation().getLineNumber() + ". A DOCTYPE or an entity is not allowed either.");
        }
    }

    private XmlDepth() {}
}
