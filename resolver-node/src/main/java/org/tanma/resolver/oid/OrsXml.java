// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The documents as X.672 has them: the EXTENDED-XER encoding of its ASN.1 types {@code ChildInformation} (module CINF) and
 * {@code RegistrationInformation} (module RINF), with modified encodings as the modules say, so that truth values are text.
 * What the types have no field for stands in {@code additionalInformation}, which is HTML of a few elements.
 */
public final class OrsXml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private OrsXml() {}

    public static byte[] of(OrsDocuments.Children children) {
        return document(xml -> {
            xml.writeStartElement("ChildInformation");
            xml.writeStartElement("disclosure");
            xml.writeStartElement("disclosedChildren");
            for (OrsDocuments.Children.Child child : children.disclosedChildren()) {
                xml.writeStartElement("disclosedChild");
                text(xml, "orsSupported", String.valueOf(child.orsSupported()));
                xml.writeStartElement("unicodeLabels");
                text(xml, "numericLabel", child.numericLabel());
                xml.writeStartElement("non-numeric");
                for (String label : child.labels()) {
                    text(xml, "labels", label);
                }
                xml.writeEndElement();
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
            text(xml, "otherChildren", String.valueOf(children.otherChildren()));
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    public static byte[] of(OrsDocuments.Registration registration) {
        return document(xml -> {
            xml.writeStartElement("RegistrationInformation");
            xml.writeStartElement("disclosure");
            text(xml, "description", html(registration.description()));
            text(xml, "additionalInformation", additional(registration));
            xml.writeStartElement("firstRegistration");
            text(xml, "registrationDate", registration.registrationDate());
            xml.writeStartElement("registrant");
            xml.writeStartElement("non-enciphered");
            text(xml, "familyNameOrOrganization", registration.registrant());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private static String additional(OrsDocuments.Registration registration) {
        StringBuilder text = new StringBuilder();
        line(text, "OID", registration.oid());
        line(text, "Registration authority", registration.authority());
        line(text, "Prefix", registration.prefix());
        line(text, "Handle", registration.handle());
        line(text, "Template", registration.template());
        line(text, "State", registration.state().name());
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String value) {
        if (!value.isEmpty()) {
            text.append(html(what + ": " + value));
        }
    }

    private static String html(String text) {
        return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>";
    }

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static byte[] document(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            content.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
        return out.toByteArray();
    }

    /** Characters that XML has no way to carry are replaced: a handle may hold any. */
    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        StringBuilder sound = new StringBuilder();
        text.codePoints().map(c -> isXml(c) ? c : '\uFFFD').forEach(sound::appendCodePoint);
        xml.writeCharacters(sound.toString());
        xml.writeEndElement();
    }

    private static boolean isXml(int c) {
        return c >= ' ' && c < 0xD800 || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 || c == '\t' || c == '\n';
    }
}
