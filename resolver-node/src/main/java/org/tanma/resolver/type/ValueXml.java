// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.type;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML in values, as strangers write it.
 *
 * <p>Range: at most 65,536 octets of UTF-8, 4,096 elements, nested 32 deep. No document type and no entity but the five of XML
 * itself is ever read, so nothing outside the value is.
 */
public final class ValueXml {
    public static final int MOST_OCTETS = 65_536;
    static final int MOST_ELEMENTS = 4_096;
    static final int DEEPEST = 32;

    private static final String DOCUMENT_TYPE = "<!DOCTYPE";
    private static final String NOT_READ = "a document type and entities are not read";

    private ValueXml() {}

    /** A reader of these octets. Errors: {@link XMLStreamException} when they are too many, not UTF-8, or name a document type. */
    public static XMLStreamReader open(byte[] xml) throws XMLStreamException {
        if (xml.length > MOST_OCTETS) {
            throw new XMLStreamException("it has " + xml.length + " octets; at most " + MOST_OCTETS + " are allowed");
        }
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(xml))
                    .toString();
            if (text.contains(DOCUMENT_TYPE)) {
                // The JDK's reader fails in its own ways while it skips one.
                throw new XMLStreamException(NOT_READ);
            }
            return factory.createXMLStreamReader(new StringReader(text));
        } catch (CharacterCodingException e) {
            throw new XMLStreamException("it is not UTF-8");
        }
    }

    /**
     * Checks that it is XML within the limits.
     *
     * @param root the name of its outermost element, in any letter case
     * @param child the name of an element right below of which there may be {@code mostChildren}
     */
    static void check(byte[] xml, String root, String child, int mostChildren) throws MalformedValueException {
        try {
            XMLStreamReader in = open(xml);
            try {
                check(in, root, child, mostChildren);
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber();
            throw new MalformedValueException("it is no XML that is read here" + where + ": " + firstLine(e));
        }
    }

    private static void check(XMLStreamReader in, String root, String child, int mostChildren)
            throws XMLStreamException, MalformedValueException {
        int depth = 0;
        int elements = 0;
        int children = 0;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new MalformedValueException(NOT_READ);
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            depth++;
            if (depth == 1 && !in.getLocalName().equalsIgnoreCase(root)) {
                throw new MalformedValueException(
                        "its outermost element is '" + in.getLocalName() + "'; it has to be '" + root + "'");
            }
            children += depth == 2 && in.getLocalName().equals(child) ? 1 : 0;
            elements++;
            if (depth > DEEPEST || elements > MOST_ELEMENTS || children > mostChildren) {
                throw new MalformedValueException("it has more than " + DEEPEST + " levels, " + MOST_ELEMENTS
                        + " elements or " + mostChildren + " of '" + child + "'");
            }
        }
    }

    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        return (at < 0 ? message : message.substring(at + "Message: ".length()))
                .lines()
                .findFirst()
                .orElse("");
    }
}
