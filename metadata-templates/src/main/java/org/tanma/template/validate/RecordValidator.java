// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.JsonNode;

/**
 * Checks the items of a record against their template.
 *
 * <p>Contract: all violations are returned at once, in the template's order, at most one of form for each value; rules of
 * meaning look only at items whose form is right. An empty list means the record may be stored as it is. Safe between
 * threads.
 *
 * <p>A record that is right is told so by a {@link RecordForm} without asking the schema; only what that does not pass is
 * explained by the schema. What the two say is the same; a property test holds them to it.
 */
public final class RecordValidator {
    private static final int MAX_COMPILED = 1000;

    private final Map<MetadataTemplate, CompiledTemplate> compiled = new ConcurrentHashMap<>();
    private final SchemaRegistry registry;
    private final ReferenceRule references;

    /** For the templates of a catalog; throws {@link IllegalArgumentException} when one asks for a rule there is not. */
    public RecordValidator(TemplateCatalog catalog) {
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        this.references = new ReferenceRule(catalog);
        catalog.all().forEach(this::compile);
    }

    /** Throws {@link IllegalArgumentException} when a template asks for a rule there is not, or for one its items do not suit. */
    public void requireUsable(MetadataTemplate template) {
        new CompiledTemplate(template, registry).schema();
    }

    private CompiledTemplate compile(MetadataTemplate template) {
        CompiledTemplate known = compiled.get(template);
        if (known == null) {
            if (compiled.size() >= MAX_COMPILED) {
                compiled.clear();
            }
            known = new CompiledTemplate(template, registry);
            compiled.put(template, known);
        }
        return known;
    }

    /** Checks everything that can be seen in the record itself; a reference is checked for its form only. */
    public List<Violation> validate(MetadataTemplate template, Map<String, String> items) {
        return validate(compile(template), items, null);
    }

    /** Checks the record, and that what it points at is registered and of the right kind. */
    public List<Violation> validate(MetadataTemplate template, Map<String, String> items, ReferenceLookup lookup) {
        return validate(compile(template), items, lookup);
    }

    private List<Violation> validate(
            CompiledTemplate template, Map<String, String> items, @Nullable ReferenceLookup lookup) {
        boolean isRight = template.form.isRight(items)
                && (lookup == null || references(template, items, lookup).isEmpty())
                && template.rules(items).isEmpty();
        return isRight ? List.of() : explain(template, items, lookup);
    }

    /** What the schema, the ranges, the references and the rules say, without the short cut. */
    List<Violation> explain(MetadataTemplate template, Map<String, String> items) {
        return explain(compile(template), items, null);
    }

    private List<Violation> explain(
            CompiledTemplate compiledTemplate, Map<String, String> items, @Nullable ReferenceLookup lookup) {
        MetadataTemplate template = compiledTemplate.template;
        FormExplanation form = FormExplanation.of(compiledTemplate, items);
        List<Violation> violations = new ArrayList<>(form.violations());
        Map<String, String> wellFormed = new LinkedHashMap<>(items);
        violations.forEach(v -> wellFormed.remove(top(v.path())));
        for (TemplateItem item : template.items()) {
            String value = wellFormed.get(item.code());
            if (value != null) {
                eachValue(
                        item,
                        value,
                        form.structures().get(item.code()),
                        (leaf, at) -> meaning(leaf, at.text(), lookup)
                                .ifPresent(v -> violations.add(at.isTop() ? v : v.at(at.path(), at.subject()))));
            }
        }
        violations.forEach(v -> wellFormed.remove(top(v.path())));
        violations.addAll(compiledTemplate.rules(wellFormed));
        Map<String, Integer> order = new HashMap<>();
        template.items().forEach(i -> order.put(i.code(), order.size()));
        violations.sort((a, b) -> Integer.compare(place(order, a), place(order, b)));
        return List.copyOf(violations);
    }

    private static int place(Map<String, Integer> order, Violation violation) {
        return order.getOrDefault(top(violation.path()), Integer.MAX_VALUE);
    }

    private static String top(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return path.substring(0, end);
    }

    private List<Violation> references(CompiledTemplate template, Map<String, String> items, ReferenceLookup lookup) {
        List<Violation> found = new ArrayList<>();
        for (TemplateItem item : template.references) {
            String value = items.get(item.code());
            if (value != null) {
                JsonNode node = item.type().isStructure() ? ItemText.read(value) : null;
                eachValue(item, value, node, (leaf, at) -> {
                    if (leaf.type() == ItemType.IDENTIFIER_REFERENCE) {
                        references.check(leaf, at.text(), lookup).ifPresent(found::add);
                    }
                });
            }
        }
        return found;
    }

    /** One text somewhere in a record. */
    private record Place(String path, BilingualText subject, String text) {
        boolean isTop() {
            return path.indexOf('.') < 0 && path.indexOf('[') < 0;
        }
    }

    private static void eachValue(
            TemplateItem item, String text, @Nullable JsonNode structure, BiConsumer<TemplateItem, Place> use) {
        if (!item.type().isStructure()) {
            use.accept(item, new Place(item.code(), item.name(), text));
        } else if (structure != null) {
            eachPart(item, item.code(), item.name(), structure, use);
        }
    }

    private static void eachPart(
            TemplateItem item, String path, BilingualText subject, JsonNode node, BiConsumer<TemplateItem, Place> use) {
        if (item.type() == ItemType.LIST) {
            TemplateItem element = item.parts().items().get(0);
            for (int i = 0; i < node.size(); i++) {
                eachPart(
                        element, path + "[" + i + "]", Phrases.of("subject.element", subject, i + 1), node.get(i), use);
            }
        } else if (item.type() == ItemType.GROUP) {
            for (TemplateItem part : item.parts().items()) {
                JsonNode value = node.get(part.code());
                if (value != null) {
                    BilingualText name = Phrases.of("subject.part", subject, part.name());
                    eachPart(part, path + "." + part.code(), name, value, use);
                }
            }
        } else {
            use.accept(item, new Place(path, subject, node.stringValue()));
        }
    }

    private Optional<Violation> meaning(TemplateItem item, String value, @Nullable ReferenceLookup lookup) {
        if (item.type().isNumber()) {
            return range(item, value);
        }
        if (item.type() == ItemType.IDENTIFIER_REFERENCE) {
            return lookup == null ? references.checkForm(item, value) : references.check(item, value, lookup);
        }
        return Optional.empty();
    }

    private static Optional<Violation> range(TemplateItem item, String value) {
        BigDecimal number = new BigDecimal(value);
        boolean below =
                item.limits().findMin().filter(min -> number.compareTo(min) < 0).isPresent();
        boolean above =
                item.limits().findMax().filter(max -> number.compareTo(max) > 0).isPresent();
        return below || above
                ? Optional.of(FormViolations.violation(
                        item, "range", value, Phrases.of("problem.range"), BilingualText.EMPTY))
                : Optional.empty();
    }
}
