// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.identifier.Identifier;
import org.tanma.resolver.identify.Finding;
import org.tanma.resolver.rest.IdentifierAnswer;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as JSON-LD 1.1, its context within.
 *
 * <p>An item is the property its template names by a semantic IRI, else a property of the template itself: the schema's
 * address, {@code #}, the item's code. Numbers are {@code xsd:decimal} and stay text.
 */
final class LinkedDataDocument {
    private static final String SCHEMA_ORG = "https://schema.org/";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String ID = "@id";
    private static final String TYPE = "@type";

    private static final JsonMapper JSON = new JsonMapper();

    private LinkedDataDocument() {}

    static Map<String, Object> of(Finding.Found found, IdentifierAnswer shown, RecordLinks links, String schema) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@version", 1.1);
        context.put("identifier", SCHEMA_ORG + "identifier");
        context.put("version", SCHEMA_ORG + "version");
        context.put("sameAs", Map.of(ID, RecordLinks.SAME_AS, TYPE, ID));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", context);
        document.put(ID, links.anchor(found));
        found.entry().described().map(TemplatedRecord::template).ifPresent(template -> {
            document.put(TYPE, schema);
            terms(context, template, schema, shown);
        });
        document.put("identifier", shown.handle());
        document.put("version", String.valueOf(shown.version()));
        List<String> same = found.identifiers().stream()
                .skip(1)
                .map((Identifier i) -> RecordLinks.uri(i))
                .toList();
        if (!same.isEmpty()) {
            document.put("sameAs", same);
        }
        shown.items().forEach((code, text) -> document.putIfAbsent(code, value(context, code, text, links)));
        return document;
    }

    /** Lists and groups as the JSON they are, other records by their address, everything else as its text. */
    private static Object value(Map<String, Object> context, String code, String text, RecordLinks links) {
        Object type = context.get(code) instanceof Map<?, ?> term ? term.get(TYPE) : null;
        if (ID.equals(type)) {
            return links.record(text);
        }
        try {
            return "@json".equals(type) ? JSON.readTree(text) : text;
        } catch (JacksonException e) {
            return text;
        }
    }

    private static void terms(
            Map<String, Object> context, MetadataTemplate template, String schema, IdentifierAnswer shown) {
        for (TemplateItem item : template.items()) {
            if (!shown.items().containsKey(item.code()) || context.containsKey(item.code())) {
                continue;
            }
            String property = item.semantic().isEmpty() ? schema + "#" + item.code() : item.semantic();
            String type = type(item.type());
            context.put(item.code(), type.isEmpty() ? property : Map.of(ID, property, TYPE, type));
        }
    }

    private static String type(ItemType type) {
        return switch (type) {
            case INTEGER -> XSD + "integer";
            case DECIMAL -> XSD + "decimal";
            case BOOLEAN -> XSD + "boolean";
            case DATE -> XSD + "date";
            case INSTANT -> XSD + "dateTime";
            case LIST, GROUP -> "@json";
            case IDENTIFIER_REFERENCE -> ID;
            default -> "";
        };
    }
}
