// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.List;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.ItemLimits;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A template as JSON Schema (2020-12) of the object its items form: a list is an array, a group an object, and everything else a
 * JSON string.
 *
 * <p>The schema carries the form of the items. Ranges of numbers and the template's rules lie beyond it and are checked by
 * {@link RecordValidator}.
 */
public final class TemplateSchema {
    static final String DECIMAL = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$";
    static final String INTEGER = "^(0|-?[1-9][0-9]*)$";
    static final String ONE_LINE = "^(?!\\s)[^\\p{Cc}\\u2028\\u2029]*(?<!\\s)$";
    private static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private static final String INSTANT =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$";
    private static final String HANDLE = "^[^/\\s]+/\\S(.*\\S)?$";
    static final String DIGEST = "^sha256:[0-9a-f]{64}$";
    static final String FILE = "^sha256:[0-9a-f]{64};[a-z0-9][a-z0-9!#$&^_.+-]{0,99}/[a-z0-9][a-z0-9!#$&^_.+-]{0,99};"
            + "(0|[1-9][0-9]{0,15});(?!\\s)[^\\p{Cc}\\u2028\\u2029;]{1,255}(?<!\\s)$";

    private TemplateSchema() {}

    public static ObjectNode of(MetadataTemplate template) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:tanma:template:" + template.name() + ":" + template.version());
        schema.put("title", template.title().en());
        describe(schema, template.description());
        object(schema, template.items());
        return schema;
    }

    private static void object(ObjectNode schema, List<TemplateItem> items) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (TemplateItem item : items) {
            if (item.isEnabled()) {
                properties.set(item.code(), property(item));
            }
            if (item.required()) {
                required.add(item.code());
            }
        }
        schema.put("additionalProperties", false);
    }

    private static void describe(ObjectNode schema, BilingualText words) {
        if (!words.isEmpty()) {
            schema.put("description", words.en().isEmpty() ? words.zh() : words.en());
        }
    }

    private static ObjectNode property(TemplateItem item) {
        ObjectNode property = JsonNodeFactory.instance.objectNode();
        property.put("title", item.name().en());
        property.put("x-title-zh", item.name().zh());
        describe(property, item.definition());
        if (!item.type().isStructure()) {
            property.put("type", "string");
        }
        said(property, "x-unit", item.unit());
        said(property, "x-ucum", item.ucum());
        said(property, "x-semantic", item.semantic());
        ItemLimits limits = item.limits();
        switch (item.type()) {
            case TEXT ->
                pattern(property, limits.findPattern().orElse(ONE_LINE))
                        .put("minLength", limits.minLength())
                        .put("maxLength", limits.maxLength());
            case INTEGER -> pattern(property, INTEGER).put("maxLength", limits.maxLength());
            case DECIMAL -> pattern(property, DECIMAL).put("maxLength", limits.maxLength());
            case BOOLEAN -> property.putArray("enum").add("true").add("false");
            case DATE -> pattern(property, DATE).put("format", "date");
            case INSTANT -> pattern(property, INSTANT).put("format", "date-time");
            case IDENTIFIER_REFERENCE -> pattern(property, HANDLE).put("maxLength", limits.maxLength());
            case DIGEST -> pattern(property, DIGEST);
            case FILE -> pattern(property, FILE);
            case LIST -> {
                property.put("type", "array");
                property.put("minItems", item.parts().minItems());
                property.put("maxItems", item.parts().maxItems());
                property.set("items", property(item.parts().items().get(0)));
            }
            case GROUP -> object(property, item.parts().items());
            case CODE_LIST -> {
                ArrayNode codes = property.putArray("enum");
                for (CodeList.Code code : item.codes().codes()) {
                    codes.add(code.code());
                }
            }
        }
        return property;
    }

    private static void said(ObjectNode property, String field, String value) {
        if (!value.isEmpty()) {
            property.put(field, value);
        }
    }

    private static ObjectNode pattern(ObjectNode property, String pattern) {
        return property.put("pattern", pattern);
    }
}
