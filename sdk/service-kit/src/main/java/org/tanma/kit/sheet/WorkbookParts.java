// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tanma.kit.rest.Wording;

/** Finds the parts of a workbook by their relationships. */
final class WorkbookParts {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private WorkbookParts() {}

    /** A reader that knows neither document types nor anything outside the document. */
    static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The name of the part that is the first sheet. */
    static String firstSheet(ZipFile zip) throws IOException, XMLStreamException {
        String relation = attribute(zip, WORKBOOK, "sheet", "", "", "id");
        String target = attribute(zip, RELATIONS, "Relationship", "Id", relation, "Target");
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /** An attribute, whatever its namespace, of the first element of a name that has another attribute with a value. */
    private static String attribute(ZipFile zip, String part, String element, String key, String value, String wanted)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw missing(part);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader reader = input().createXMLStreamReader(in);
            while (reader.hasNext()) {
                boolean isWanted = reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(element)
                        && (key.isEmpty() || value.equals(attribute(reader, key)));
                if (isWanted) {
                    return attribute(reader, wanted);
                }
            }
        }
        throw missing(part);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String found = "";
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            boolean isNamed = reader.getAttributeLocalName(i).equals(name);
            if (isNamed && (found.isEmpty() || reader.getAttributeNamespace(i) != null)) {
                found = reader.getAttributeValue(i);
            }
        }
        return found;
    }

    private static UnreadableWorkbookException missing(String part) {
        return new UnreadableWorkbookException(new Wording("工作簿缺少部件 " + part, "the workbook lacks the part " + part));
    }
}
