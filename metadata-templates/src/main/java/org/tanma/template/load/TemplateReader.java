// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tanma.handle.model.HandleName;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.FacetChange;
import org.tanma.template.model.ItemComparison;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateReference;
import org.tanma.template.model.TemplateTier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the text of a template file into a {@link MetadataTemplate}; strict: an unknown or missing field is refused. A template
 * that extends another narrows what it inherits and adds to it, and is refused when it loosens anything. For one thread.
 */
final class TemplateReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final int DEFAULT_TTL_SECONDS = 86_400;
    private static final int LONGEST_TOLERANCE = 50;
    private static final int MOST_REASONS = 10;

    private final String nodePrefix;
    private final ItemReader items;

    /**
     * @param nodePrefix prefix the templates' own handles lie under
     * @param lists gives the text of a code list's file by its name, empty when there is none
     */
    TemplateReader(String nodePrefix, Function<String, Optional<String>> lists) {
        this.nodePrefix = nodePrefix;
        this.items = new ItemReader(new SharedLists(JSON, lists));
    }

    TemplateDraft parse(String file, String json) {
        return named(file, () -> {
            TemplateDraft draft = new TemplateDraft(file, JSON.readValue(json, TemplateFile.class));
            draft.reference();
            draft.parent();
            return draft;
        });
    }

    /** A template that extends none. */
    MetadataTemplate read(String file, String json) {
        TemplateDraft draft = parse(file, json);
        return build(draft, draft.parent().map(parent -> {
            throw new InvalidTemplateException(file, "it extends " + parent + ", which is not at hand", null);
        }));
    }

    MetadataTemplate build(TemplateDraft draft, Optional<MetadataTemplate> parent) {
        return named(draft.file(), () -> {
            MetadataTemplate template = template(draft, parent, parent.map(MetadataTemplate::reference));
            parent.ifPresent(p -> requireNarrowing(template, p));
            return template;
        });
    }

    /** A template whose file spells out all it inherits, so that its parent need not be at hand. */
    MetadataTemplate complete(String file, String json) {
        TemplateDraft draft = parse(file, json);
        return named(file, () -> template(draft, Optional.empty(), draft.parent()));
    }

    private MetadataTemplate template(
            TemplateDraft draft, Optional<MetadataTemplate> parent, Optional<TemplateReference> extended) {
        TemplateFile t = draft.content();
        TemplateReference own = draft.reference();
        List<TemplateItem> inherited = parent.map(MetadataTemplate::items).orElse(List.of());
        List<TemplateItem> all =
                items.items(Given.field("items", t.items()), inherited, parent.isPresent() ? own.version() : null);
        return new MetadataTemplate(
                HandleName.parse(
                        t.handle() != null ? t.handle() : nodePrefix + "/" + Given.field("suffix", t.suffix())),
                own.name(),
                own.version(),
                new BilingualText(Given.field("titleZh", t.titleZh()), Given.field("titleEn", t.titleEn())),
                Given.words(t.descriptionZh(), t.descriptionEn(), BilingualText.EMPTY),
                ItemReader.constant(TemplateTier.class, "tier", t.tier(), Optional.empty()),
                extended,
                t.industry() == null ? parent.map(MetadataTemplate::industry).orElse(List.of()) : t.industry(),
                t.objectType() == null
                        ? parent.map(MetadataTemplate::objectType).orElse(MetadataTemplate.OTHER_OBJECT)
                        : t.objectType(),
                t.ttlSeconds() == null
                        ? parent.map(MetadataTemplate::ttlSeconds).orElse(DEFAULT_TTL_SECONDS)
                        : t.ttlSeconds(),
                t.issuedByNode() == null
                        ? parent.map(MetadataTemplate::isIssuedByNode).orElse(false)
                        : t.issuedByNode(),
                all,
                rules(t, parent));
    }

    private static List<RuleUse> rules(TemplateFile t, Optional<MetadataTemplate> parent) {
        List<RuleUse> rules =
                new ArrayList<>(parent.map(MetadataTemplate::rules).orElse(List.of()));
        for (TemplateFile.Rule r : t.rules() == null ? List.<TemplateFile.Rule>of() : t.rules()) {
            RuleUse use = new RuleUse(
                    Given.field("rule", r.rule()),
                    Given.field("items", r.items()),
                    r.values() == null ? List.of() : r.values(),
                    tolerance(r));
            if (!rules.contains(use)) {
                rules.add(use);
            }
        }
        return rules;
    }

    private static String tolerance(TemplateFile.Rule rule) {
        BigDecimal tolerance = rule.tolerance();
        if (tolerance == null) {
            return "";
        }
        if (tolerance.signum() < 0 || Math.abs(tolerance.scale()) > LONGEST_TOLERANCE) {
            throw new IllegalArgumentException(
                    "a tolerance is no less than 0 and has at most " + LONGEST_TOLERANCE + " digits");
        }
        return tolerance.toPlainString();
    }

    private static void requireNarrowing(MetadataTemplate template, MetadataTemplate parent) {
        List<String> reasons = looseningsOf(template, parent);
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException("it extends " + parent.reference()
                    + " and may narrow and add, but not loosen: "
                    + String.join("; ", reasons.subList(0, Math.min(reasons.size(), MOST_REASONS))));
        }
    }

    /** In what a template is looser than, or otherwise than, the one it extends; empty when in nothing. */
    static List<String> looseningsOf(MetadataTemplate template, MetadataTemplate parent) {
        List<String> reasons = new ArrayList<>();
        if (template.tier().compareTo(parent.tier()) < 0) {
            reasons.add("tier " + template.tier() + " is wider than " + parent.tier());
        }
        if (template.isIssuedByNode() != parent.isIssuedByNode()) {
            reasons.add("issuedByNode is not as in the parent");
        }
        int shared = Math.min(template.industry().size(), parent.industry().size());
        if (shared < parent.industry().size()
                || !template.industry().subList(0, shared).equals(parent.industry())) {
            reasons.add("industry " + template.industry() + " is not within " + parent.industry());
        }
        for (TemplateItem item : parent.items()) {
            TemplateItem own = template.findItem(item.code()).orElse(null);
            if (own == null) {
                reasons.add("item '" + item.code() + "' is missing");
                continue;
            }
            ItemComparison.compare(item, own).stream()
                    .filter(change -> !change.isInheritable())
                    .map(FacetChange::toString)
                    .forEach(reasons::add);
        }
        for (RuleUse rule : parent.rules()) {
            if (!template.rules().contains(rule)) {
                reasons.add("rule " + rule + " is missing");
            }
        }
        return reasons;
    }

    private static <T> T named(String file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidTemplateException e) {
            throw e;
        } catch (JacksonException e) {
            throw new InvalidTemplateException(file, e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new InvalidTemplateException(file, Objects.requireNonNullElse(e.getMessage(), "refused"), e);
        }
    }
}
