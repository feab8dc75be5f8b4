// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is made once of a template to check many records; its schema when a record first needs explaining. Safe between threads. */
final class CompiledTemplate {
    final MetadataTemplate template;
    final RecordForm form;
    final List<TemplateItem> references;

    private final List<BoundRule> rules;
    private final SchemaRegistry registry;
    private volatile @Nullable Schema schema;

    private record BoundRule(RecordRule rule, RuleUse use, List<TemplateItem> items) {}

    CompiledTemplate(MetadataTemplate template, SchemaRegistry registry) {
        this.template = template;
        this.registry = registry;
        this.form = RecordForm.of(template.items());
        this.references = template.items().stream()
                .filter(i -> !i.referencedTemplate().isEmpty() || i.type().isStructure())
                .toList();
        this.rules = template.rules().stream()
                .map(use -> new BoundRule(
                        RecordRules.get(template, use),
                        use,
                        use.items().stream()
                                .map(path -> template.findPath(path).orElseThrow())
                                .toList()))
                .toList();
        rules.forEach(r -> r.rule().requireUsable(r.use(), r.items()));
    }

    Schema schema() {
        Schema known = schema;
        if (known == null) {
            synchronized (this) {
                known = schema;
                if (known == null) {
                    known = registry.getSchema(withoutRemarks(TemplateSchema.of(template)));
                    schema = known;
                }
            }
        }
        return known;
    }

    /** The schema without the fields that only people read: the library would warn of each. */
    private static ObjectNode withoutRemarks(ObjectNode schema) {
        schema.propertyNames().stream()
                .filter(field -> field.startsWith("x-"))
                .toList()
                .forEach(schema::remove);
        for (JsonNode child : schema) {
            if (child instanceof ObjectNode object) {
                withoutRemarks(object);
            }
        }
        return schema;
    }

    /** What the rules across items find wrong. */
    List<Violation> rules(Map<String, String> values) {
        List<Violation> found = null;
        for (BoundRule bound : rules) {
            List<Violation> violations = bound.rule().check(values, bound.items(), bound.use());
            if (!violations.isEmpty()) {
                found = found == null ? new ArrayList<>() : found;
                found.addAll(violations);
            }
        }
        return found == null ? List.of() : found;
    }
}
