// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.util.List;
import java.util.Locale;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.ItemLimits;
import org.tanma.template.model.ItemState;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * A whole template as text: the form of a template file with all it inherits spelled out, so that it can be read anywhere, without
 * its parent. What is written is read back equal. Codes of a shared list stay with the list, which goes by its name.
 */
public final class TemplateText {
    private TemplateText() {}

    /** The text of a template, on one line. */
    public static String write(MetadataTemplate template) {
        return json(template).toString();
    }

    /**
     * The template of a text that {@link #write} made.
     *
     * @throws InvalidTemplateException saying why it is none
     */
    public static MetadataTemplate read(String json) {
        TemplateReader reader = new TemplateReader("", list -> TemplateCatalog.findResource("codes/" + list));
        return reader.complete("template definition", json);
    }

    private static ObjectNode json(MetadataTemplate t) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", t.name());
        json.put("version", t.version().toString());
        json.put("handle", t.handle().toString());
        words(json, "title", t.title());
        words(json, "description", t.description());
        json.put("tier", t.tier().name().toLowerCase(Locale.ROOT));
        t.parent().ifPresent(parent -> json.put("extends", parent.toString()));
        if (!t.industry().isEmpty()) {
            ArrayNode industry = json.putArray("industry");
            t.industry().forEach(industry::add);
        }
        json.put("objectType", t.objectType());
        json.put("ttlSeconds", t.ttlSeconds());
        json.put("issuedByNode", t.isIssuedByNode());
        items(json, t.items());
        if (!t.rules().isEmpty()) {
            ArrayNode rules = json.putArray("rules");
            t.rules().forEach(rule -> rules.add(rule(rule)));
        }
        return json;
    }

    private static void items(ObjectNode json, List<TemplateItem> items) {
        ArrayNode array = json.putArray("items");
        items.forEach(item -> array.add(item(item)));
    }

    private static ObjectNode item(TemplateItem i) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", i.code());
        words(json, "name", i.name());
        words(json, "definition", i.definition());
        if (i.index() != TemplateItem.NO_INDEX) {
            json.put("index", i.index());
        }
        json.put("type", i.type().code());
        json.put("required", i.required());
        limits(json, i.limits());
        said(json, "unit", i.unit());
        said(json, "ucum", i.ucum());
        codes(json, i.codes());
        said(json, "template", i.referencedTemplate());
        if (i.type() == ItemType.LIST) {
            json.put("minItems", i.parts().minItems());
            json.put("maxItems", i.parts().maxItems());
            json.set("element", item(i.parts().items().get(0)));
        } else if (i.type() == ItemType.GROUP) {
            items(json, i.parts().items());
        }
        json.put("visibility", i.visibility().name().toLowerCase(Locale.ROOT));
        if (i.isIndexed()) {
            json.put("indexed", true);
        }
        if (i.state() != ItemState.ENABLED) {
            json.put("state", i.state().name().toLowerCase(Locale.ROOT));
        }
        said(json, "semantic", i.semantic());
        said(json, "identifierKind", i.identifierKind());
        json.put("since", i.since().toString());
        if (!i.handleType().equals(i.code())) {
            json.put("handleType", i.handleType());
        }
        return json;
    }

    private static void limits(ObjectNode json, ItemLimits limits) {
        json.put("minLength", limits.minLength());
        json.put("maxLength", limits.maxLength());
        limits.findPattern().ifPresent(pattern -> json.put("pattern", pattern));
        words(json, "pattern", limits.patternMeaning());
        limits.findMin().ifPresent(min -> json.putRawValue("min", new RawValue(min.toString())));
        limits.findMax().ifPresent(max -> json.putRawValue("max", new RawValue(max.toString())));
    }

    private static void codes(ObjectNode json, CodeList list) {
        if (!list.name().isEmpty()) {
            json.put("codeList", list.name());
        } else if (!list.codes().isEmpty()) {
            words(json, "codes", list.title());
            ArrayNode codes = json.putArray("codes");
            for (CodeList.Code code : list.codes()) {
                codes.addObject()
                        .put("code", code.code())
                        .put("zh", code.name().zh())
                        .put("en", code.name().en());
            }
        }
    }

    private static ObjectNode rule(RuleUse use) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rule", use.rule());
        ArrayNode items = json.putArray("items");
        use.items().forEach(items::add);
        if (!use.values().isEmpty()) {
            ArrayNode values = json.putArray("values");
            use.values().forEach(values::add);
        }
        if (!use.tolerance().isEmpty()) {
            json.putRawValue("tolerance", new RawValue(use.tolerance()));
        }
        return json;
    }

    private static void words(ObjectNode json, String field, BilingualText words) {
        said(json, field + "Zh", words.zh());
        said(json, field + "En", words.en());
    }

    private static void said(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
    }
}
