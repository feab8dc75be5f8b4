// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks the items of a record against their template.
 *
 * <p>Contract: all violations are returned at once, in the template's order, at most one of form for each item; rules of
 * meaning look only at items whose form is right. An empty list means the record may be stored as it is. Safe between
 * threads.
 */
public final class RecordValidator {
    private static final Map<String, RecordRule> RULES = Map.of(
            "casNumber", new CasNumberRule(),
            "creditCode", new CreditCodeRule(),
            "gtin", new GtinRule(),
            "industryCode", new IndustryCodeRule(),
            "regionCode", new RegionCodeRule(),
            "notBefore", new NotBeforeRule());

    private final Map<MetadataTemplate, Schema> schemas = new HashMap<>();
    private final ReferenceRule references;

    /** Compiles every template of the catalog; throws {@link IllegalArgumentException} when one asks for an unknown rule. */
    public RecordValidator(TemplateCatalog catalog) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        this.references = new ReferenceRule(catalog);
        for (MetadataTemplate template : catalog.all()) {
            for (RuleUse use : template.rules()) {
                if (!RULES.containsKey(use.rule())) {
                    throw new IllegalArgumentException("template " + template + " asks for unknown rule '" + use.rule()
                            + "'; known: " + RULES.keySet());
                }
            }
            schemas.put(template, registry.getSchema(TemplateSchema.of(template)));
        }
    }

    /** Checks everything that can be seen in the record itself; a reference is checked for its form only. */
    public List<Violation> validate(MetadataTemplate template, Map<String, String> items) {
        return validate(template, items, Optional.empty());
    }

    /** Checks the record, and that what it points at is registered and of the right kind. */
    public List<Violation> validate(MetadataTemplate template, Map<String, String> items, ReferenceLookup lookup) {
        return validate(template, items, Optional.of(lookup));
    }

    private List<Violation> validate(
            MetadataTemplate template, Map<String, String> items, Optional<ReferenceLookup> lookup) {
        List<Violation> violations = form(template, items);
        Map<String, String> wellFormed = new LinkedHashMap<>(items);
        violations.forEach(v -> wellFormed.remove(v.path()));
        for (TemplateItem item : template.items()) {
            String value = wellFormed.get(item.code());
            if (value != null) {
                meaning(item, value, lookup).ifPresent(violations::add);
            }
        }
        violations.forEach(v -> wellFormed.remove(v.path()));
        for (RuleUse use : template.rules()) {
            List<TemplateItem> ruled = use.items().stream()
                    .map(code -> template.findItem(code).orElseThrow())
                    .toList();
            violations.addAll(Objects.requireNonNull(RULES.get(use.rule())).check(wellFormed, ruled));
        }
        List<String> order = template.items().stream().map(TemplateItem::code).toList();
        violations.sort(Comparator.comparingInt(v -> Math.floorMod(order.indexOf(v.path()), Integer.MAX_VALUE)));
        return List.copyOf(violations);
    }

    private List<Violation> form(MetadataTemplate template, Map<String, String> items) {
        Schema schema = schemas.get(template);
        if (schema == null) {
            throw new IllegalArgumentException("template " + template + " is not in this validator's catalog");
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        items.forEach((code, text) -> record.set(code, node(template, code, text)));
        Set<String> refused = new LinkedHashSet<>();
        for (Error error : schema.validate(record)) {
            refused.add(
                    error.getProperty() != null
                            ? error.getProperty()
                            : error.getInstanceLocation().getName(0));
        }
        List<Violation> violations = new ArrayList<>();
        for (String code : refused) {
            Optional<TemplateItem> item = template.findItem(code);
            String given = items.get(code);
            if (item.isEmpty()) {
                violations.add(FormViolations.unknown(template, code, items.keySet()));
            } else {
                violations.add(
                        given == null
                                ? FormViolations.missing(item.get())
                                : FormViolations.malformed(item.get(), given));
            }
        }
        return violations;
    }

    private static JsonNode node(MetadataTemplate template, String code, String text) {
        boolean isStructure = template.findItem(code)
                .filter(item -> item.type().isStructure())
                .isPresent();
        if (isStructure) {
            try {
                return JsonMapper.shared().readTree(text);
            } catch (JacksonException e) {
                return JsonNodeFactory.instance.stringNode(text);
            }
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    private Optional<Violation> meaning(TemplateItem item, String value, Optional<ReferenceLookup> lookup) {
        if (item.type().isNumber()) {
            return range(item, value);
        }
        if (item.type() == ItemType.IDENTIFIER_REFERENCE) {
            return lookup.isPresent() ? references.check(item, value, lookup.get()) : references.checkForm(item, value);
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
