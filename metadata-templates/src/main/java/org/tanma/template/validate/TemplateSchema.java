// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import org.tanma.template.model.CodeList;
import org.tanma.template.model.ItemLimits;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A template as JSON Schema (2020-12) of the object its items form; every value is a JSON string.
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
    private static final String DIGEST = "^sha256:[0-9a-f]{64}$";

    private TemplateSchema() {}

    public static ObjectNode of(MetadataTemplate template) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:tanma:template:" + template.name() + ":" + template.version());
        schema.put("title", template.title().en());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (TemplateItem item : template.items()) {
            properties.set(item.code(), property(item));
            if (item.required()) {
                required.add(item.code());
            }
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode property(TemplateItem item) {
        ObjectNode property = JsonNodeFactory.instance.objectNode();
        property.put("title", item.name().en());
        property.put("type", "string");
        if (!item.unit().isEmpty()) {
            property.put("x-unit", item.unit());
        }
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
            case CODE_LIST -> {
                ArrayNode codes = property.putArray("enum");
                for (CodeList.Code code : item.codes().codes()) {
                    codes.add(code.code());
                }
            }
        }
        return property;
    }

    private static ObjectNode pattern(ObjectNode property, String pattern) {
        return property.put("pattern", pattern);
    }
}
