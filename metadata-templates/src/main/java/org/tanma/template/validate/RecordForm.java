// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.JsonNode;

/**
 * Decides quickly whether a record's items are all right in form and range; says yes only where the schema says yes. Compiled once
 * for a template; safe between threads.
 */
final class RecordForm {
    private final Map<String, ValueForm> forms;
    private final String[] required;

    private RecordForm(Map<String, ValueForm> forms, String[] required) {
        this.forms = forms;
        this.required = required;
    }

    static RecordForm of(List<TemplateItem> items) {
        Map<String, ValueForm> forms = new HashMap<>();
        for (TemplateItem item : items) {
            if (item.isEnabled()) {
                forms.put(item.code(), item.type().isStructure() ? structure(item) : ValueForm.of(item));
            }
        }
        String[] required = items.stream()
                .filter(TemplateItem::required)
                .map(TemplateItem::code)
                .toArray(String[]::new);
        return new RecordForm(forms, required);
    }

    boolean isRight(Map<String, String> items) {
        for (String code : required) {
            if (!items.containsKey(code)) {
                return false;
            }
        }
        for (Map.Entry<String, String> item : items.entrySet()) {
            ValueForm form = forms.get(item.getKey());
            if (form == null || !form.isRight(item.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static ValueForm structure(TemplateItem item) {
        NodeForm form = node(item);
        return text -> {
            try {
                JsonNode node = ItemText.read(text);
                return form.isRight(node) && ItemText.of(node).equals(text);
            } catch (IllegalArgumentException e) {
                return false;
            }
        };
    }

    private static NodeForm node(TemplateItem item) {
        if (item.type() == ItemType.LIST) {
            NodeForm element = node(item.parts().items().get(0));
            int least = item.parts().minItems();
            int most = item.parts().maxItems();
            return node -> node.isArray()
                    && node.size() >= least
                    && node.size() <= most
                    && node.valueStream().allMatch(element::isRight);
        }
        if (item.type() == ItemType.GROUP) {
            return group(item.parts().items());
        }
        ValueForm form = ValueForm.of(item);
        return node -> node.isString() && form.isRight(node.stringValue());
    }

    private static NodeForm group(List<TemplateItem> parts) {
        Map<String, NodeForm> forms = new HashMap<>();
        parts.stream().filter(TemplateItem::isEnabled).forEach(p -> forms.put(p.code(), node(p)));
        List<String> required = parts.stream()
                .filter(TemplateItem::required)
                .map(TemplateItem::code)
                .toList();
        return node -> node.isObject()
                && required.stream().allMatch(node::has)
                && node.properties().stream().allMatch(member -> {
                    NodeForm form = forms.get(member.getKey());
                    return form != null && form.isRight(member.getValue());
                });
    }

    /** The same for a value within a list or a group. */
    @FunctionalInterface
    private interface NodeForm {
        boolean isRight(JsonNode node);
    }
}
