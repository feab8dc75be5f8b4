// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sheet;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.EndElement;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.tanma.kit.sheet.WorkbookAnswer.Added;
import org.tanma.kit.sheet.WorkbookAnswer.Layout;

/** Copies a sheet event by event, with cells added at the end of rows and those of an earlier answer left out; for one copy. */
final class SheetRewrite {
    private static final int LONGEST_TEXT = 32_767;
    private static final int LETTERS = 26;

    private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();
    private final Layout layout;
    private final Added added;
    private long row;
    private int column;

    SheetRewrite(Layout layout, Added added) {
        this.layout = layout;
        this.added = added;
    }

    /** Copies from one to the other; closes neither. */
    void copy(InputStream in, OutputStream out) throws XMLStreamException {
        XMLEventReader reader = WorkbookParts.input().createXMLEventReader(in, StandardCharsets.UTF_8.name());
        XMLEventWriter writer =
                XMLOutputFactory.newDefaultFactory().createXMLEventWriter(out, StandardCharsets.UTF_8.name());
        while (reader.hasNext()) {
            XMLEvent event = reader.nextEvent();
            if (event.isStartDocument()) {
                writer.add(events.createStartDocument(StandardCharsets.UTF_8.name(), "1.0", true));
            } else if (event.isStartElement() && isLeftOut(event.asStartElement())) {
                pass(reader);
            } else {
                if (event.isEndElement() && isNamed(event.asEndElement().getName(), "row")) {
                    add(event.asEndElement(), writer);
                }
                writer.add(event);
            }
        }
        writer.flush();
    }

    /** Counts rows and columns, and tells whether an element is one that is not copied. */
    private boolean isLeftOut(StartElement element) {
        if (isNamed(element.getName(), "row")) {
            Attribute number = element.getAttributeByName(new QName("r"));
            row = number == null ? row + 1 : Long.parseLong(number.getValue());
            column = -1;
        } else if (isNamed(element.getName(), "c")) {
            Attribute place = element.getAttributeByName(new QName("r"));
            column = place == null ? column + 1 : column(place.getValue());
            return isAnswered() && layout.isAnswer(column, added.isAnswer());
        }
        return isNamed(element.getName(), "dimension");
    }

    private boolean isAnswered() {
        return row == layout.headerRow() || added.cells().containsKey(row);
    }

    private static boolean isNamed(QName name, String local) {
        return name.getLocalPart().equals(local);
    }

    private static void pass(XMLEventReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            XMLEvent event = reader.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
        }
    }

    private void add(EndElement rowEnd, XMLEventWriter writer) throws XMLStreamException {
        List<String> texts =
                row == layout.headerRow() ? added.headings() : added.cells().getOrDefault(row, List.of());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (!text.isEmpty()) {
                addCell(rowEnd.getName(), name(layout.firstAdded(added.isAnswer()) + i) + row, text, writer);
            }
        }
    }

    private void addCell(QName like, String place, String text, XMLEventWriter writer) throws XMLStreamException {
        Iterator<Attribute> attributes = List.of(
                        events.createAttribute("r", place), events.createAttribute("t", "inlineStr"))
                .iterator();
        start(like, "c", attributes, writer);
        start(like, "is", List.<Attribute>of().iterator(), writer);
        start(
                like,
                "t",
                List.of(events.createAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve"))
                        .iterator(),
                writer);
        writer.add(events.createCharacters(printable(text)));
        for (String name : List.of("t", "is", "c")) {
            writer.add(events.createEndElement(like.getPrefix(), like.getNamespaceURI(), name));
        }
    }

    private void start(QName like, String name, Iterator<Attribute> attributes, XMLEventWriter writer)
            throws XMLStreamException {
        writer.add(events.createStartElement(
                like.getPrefix(),
                like.getNamespaceURI(),
                name,
                attributes,
                List.<javax.xml.stream.events.Namespace>of().iterator()));
    }

    /** Without what XML cannot carry. */
    private static String printable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c ->
                        c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) || c == '\n' || c == '\t')
                .limit(LONGEST_TEXT)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The column, from 0, of a place such as {@code AB12}. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            column = column * LETTERS + (Character.toUpperCase(place.charAt(i)) - 'A' + 1);
        }
        return column - 1;
    }

    /** The letters of a column, from 0. */
    private static String name(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            name.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return name.toString();
    }
}
