// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the schema what is wrong with the form of one record, and says it in words: in the template's order, at most one violation
 * for each path ({@code components[2].massKg}). For one record and one thread.
 */
final class FormExplanation {
    private final MetadataTemplate template;
    private final Map<String, String> items;
    private final Set<String> refused = new HashSet<>();
    private final Map<String, JsonNode> structures = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private FormExplanation(MetadataTemplate template, Map<String, String> items) {
        this.template = template;
        this.items = items;
    }

    static FormExplanation of(CompiledTemplate compiled, Map<String, String> items) {
        FormExplanation explanation = new FormExplanation(compiled.template, items);
        explanation.explain(compiled);
        return explanation;
    }

    List<Violation> violations() {
        return violations;
    }

    /** The values within a list or a group whose JSON could be read. */
    Map<String, JsonNode> structures() {
        return structures;
    }

    private void explain(CompiledTemplate compiled) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        Map<String, Violation> unreadable = new LinkedHashMap<>();
        items.forEach((code, text) -> {
            JsonNode node = JsonNodeFactory.instance.stringNode(text);
            TemplateItem item = template.findItem(code)
                    .filter(i -> i.isEnabled() && i.type().isStructure())
                    .orElse(null);
            if (item != null && !text.isEmpty()) {
                try {
                    node = ItemText.read(text);
                    structures.put(code, node);
                } catch (IllegalArgumentException e) {
                    unreadable.put(code, FormViolations.notJson(item, text));
                }
            }
            record.set(code, node);
        });
        for (Error error : compiled.schema().validate(record)) {
            refused.add(path(error));
        }
        for (TemplateItem item : template.items()) {
            String code = item.code();
            String text = items.get(code);
            Violation unread = unreadable.get(code);
            if (unread != null) {
                refused.remove(code);
                violations.add(unread);
            } else if (refused.remove(code)) {
                violations.add(top(item, text));
            }
            JsonNode structure = structures.get(code);
            if (structure != null && text != null) {
                int before = violations.size();
                within(item, code, item.name(), structure);
                boolean isSound = violations.stream().noneMatch(v -> v.path().equals(code));
                if (violations.size() == before
                        && isSound
                        && !ItemText.of(structure).equals(text)) {
                    violations.add(FormViolations.notCanonical(item, text, ItemText.of(structure)));
                }
            }
        }
        for (String code : items.keySet()) {
            if (refused.remove(code)) {
                violations.add(FormViolations.unknown(template, code, items.keySet()));
            }
        }
        for (TemplateItem item : template.items()) {
            if (violations.isEmpty() && refused.stream().anyMatch(path -> path.startsWith(item.code()))) {
                violations.add(FormViolations.malformed(item, items.getOrDefault(item.code(), "")));
            }
        }
    }

    private static Violation top(TemplateItem item, @Nullable String text) {
        if (text == null) {
            return FormViolations.missing(item);
        }
        return item.isEnabled() ? FormViolations.malformed(item, text) : FormViolations.disabled(item, text);
    }

    private static String path(Error error) {
        NodePath location = error.getInstanceLocation();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < location.getNameCount(); i++) {
            Object element = location.getElement(i);
            if (element instanceof Integer) {
                path.append('[').append(element).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(element);
            }
        }
        if (error.getProperty() != null) {
            path.append(path.isEmpty() ? "" : ".").append(error.getProperty());
        }
        return path.toString();
    }

    private void within(TemplateItem item, String path, BilingualText subject, JsonNode node) {
        if (item.type() == ItemType.LIST && node.isArray()) {
            TemplateItem element = item.parts().items().get(0);
            for (int i = 0; i < node.size(); i++) {
                value(element, path + "[" + i + "]", Phrases.of("subject.element", subject, i + 1), node.get(i));
            }
        } else if (item.type() == ItemType.GROUP && node.isObject()) {
            for (TemplateItem part : item.parts().items()) {
                JsonNode value = node.get(part.code());
                String at = path + "." + part.code();
                BilingualText name = Phrases.of("subject.part", subject, part.name());
                if (value != null) {
                    value(part, at, name, value);
                } else if (refused.remove(at)) {
                    violations.add(FormViolations.missing(part).at(at, name));
                }
            }
            for (String member : node.propertyNames()) {
                if (refused.remove(path + "." + member)) {
                    violations.add(FormViolations.unknownPart(item, member, node.propertyNames())
                            .at(path + "." + member, subject));
                }
            }
        }
    }

    private void value(TemplateItem item, String path, BilingualText subject, JsonNode node) {
        if (refused.remove(path)) {
            Violation violation = node.isString() || item.type().isStructure()
                    ? top(item, ItemText.of(node))
                    : FormViolations.notText(item, node);
            violations.add(violation.at(path, subject));
        }
        within(item, path, subject, node);
    }
}
