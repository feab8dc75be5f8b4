// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tanma.template.change.TemplateChange.Kind;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.FacetChange;
import org.tanma.template.model.FacetChange.Direction;
import org.tanma.template.model.FacetChange.Facet;
import org.tanma.template.model.ItemComparison;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateReference;

/**
 * What one template has otherwise than another, and which step of versions that needs.
 *
 * <p>Removed items come first, then those both have, then added ones, then rules and the template itself. Immutable. Source of the
 * steps: Semantic Versioning 2.0.0, with the records as its users.
 *
 * @param needed the least step a version must take for these changes
 * @param given the step from the one version to the other
 */
public record TemplateDiff(
        TemplateReference before,
        TemplateReference after,
        List<TemplateChange> changes,
        VersionStep needed,
        VersionStep given) {
    private static final Set<String> SILENT_WITHOUT =
            Set.of("creditCode", "gtin", "casNumber", "notBefore", "lessOrEqual", "sumEquals", "codeNests");

    public TemplateDiff {
        changes = List.copyOf(changes);
    }

    /** Compares two versions of one template, or any two templates. */
    public static TemplateDiff of(MetadataTemplate before, MetadataTemplate after) {
        List<TemplateChange> changes = new Comparison(before, after).changes();
        VersionStep needed = changes.stream().map(TemplateChange::step).reduce(VersionStep.NONE, VersionStep::or);
        return new TemplateDiff(
                before.reference(),
                after.reference(),
                changes,
                needed,
                VersionStep.between(before.version(), after.version()));
    }

    /** True when the newer version goes as far as its changes need. */
    public boolean isHonest() {
        return given.compareTo(needed) >= 0 && given != VersionStep.NONE;
    }

    /** What is wrong with the version, in a sentence; empty when it is honest. */
    public Optional<BilingualText> findFault() {
        if (isHonest()) {
            return Optional.empty();
        }
        if (given == VersionStep.NONE) {
            return Optional.of(Phrases.of("version.notNewer", after, before));
        }
        return Optional.of(Phrases.of(
                "version.tooSmall",
                after,
                word(needed),
                word(given),
                needed.after(before.version()).toString()));
    }

    /** What a step is called. */
    public static BilingualText word(VersionStep step) {
        return Phrases.of("step." + step);
    }

    /** One comparison. For one thread. */
    private static final class Comparison {
        private final MetadataTemplate before;
        private final MetadataTemplate after;
        private final List<TemplateChange> changes = new ArrayList<>();

        Comparison(MetadataTemplate before, MetadataTemplate after) {
            this.before = before;
            this.after = after;
        }

        List<TemplateChange> changes() {
            List<TemplateItem> added = new ArrayList<>(after.items().stream()
                    .filter(i -> before.findItem(i.code()).isEmpty())
                    .toList());
            for (TemplateItem item : before.items()) {
                Optional<TemplateItem> kept = after.findItem(item.code());
                Optional<TemplateItem> renamed = added.stream()
                        .filter(i -> kept.isEmpty() && i.index() == item.index() && i.type() == item.type())
                        .findFirst();
                if (kept.isPresent()) {
                    ItemComparison.compare(item, kept.get()).forEach(this::facet);
                } else if (renamed.isPresent()) {
                    added.remove(renamed.get());
                    String code = renamed.get().code();
                    add(
                            Kind.RENAMED,
                            item.code(),
                            "item",
                            item.code(),
                            code,
                            VersionStep.MAJOR,
                            "item.renamed",
                            item.name());
                    ItemComparison.compare(item, renamed.get()).forEach(this::facet);
                } else {
                    add(
                            Kind.REMOVED,
                            item.code(),
                            "item",
                            item.code(),
                            "",
                            VersionStep.MAJOR,
                            "item.removed",
                            item.name());
                }
            }
            for (TemplateItem item : added) {
                add(
                        Kind.ADDED,
                        item.code(),
                        "item",
                        "",
                        item.code(),
                        item.required() ? VersionStep.MAJOR : VersionStep.MINOR,
                        item.required() ? "item.addedRequired" : "item.added",
                        item.name());
            }
            rules();
            template();
            return changes;
        }

        private void rules() {
            for (RuleUse rule : before.rules()) {
                if (!after.rules().contains(rule)) {
                    String text = rule.toString();
                    add(Kind.REMOVED, text, "rule", text, "", VersionStep.MINOR, "rule.removed", BilingualText.EMPTY);
                }
            }
            for (RuleUse rule : after.rules()) {
                if (!before.rules().contains(rule)) {
                    String text = rule.toString();
                    VersionStep step = isSilentOnOldRecords(rule) ? VersionStep.MINOR : VersionStep.MAJOR;
                    add(Kind.ADDED, text, "rule", "", text, step, "rule.added", BilingualText.EMPTY);
                }
            }
        }

        /** A rule that says nothing where one of its items is missing cannot refuse a record that knows nothing of that item. */
        private boolean isSilentOnOldRecords(RuleUse rule) {
            if (rule.rule().equals("requiredWhen")) {
                return isNew(rule.items().get(1));
            }
            return SILENT_WITHOUT.contains(rule.rule()) && rule.items().stream().anyMatch(this::isNew);
        }

        private boolean isNew(String path) {
            return before.findPath(path).isEmpty();
        }

        private void template() {
            field("handle", before.handle(), after.handle(), VersionStep.MAJOR);
            field("tier", before.tier(), after.tier(), VersionStep.MAJOR);
            field("issuedByNode", before.isIssuedByNode(), after.isIssuedByNode(), VersionStep.MAJOR);
            field("extends", parent(before), parent(after), VersionStep.MINOR);
            field("industry", before.industry(), after.industry(), VersionStep.MINOR);
            field("objectType", before.objectType(), after.objectType(), VersionStep.MINOR);
            field("ttlSeconds", before.ttlSeconds(), after.ttlSeconds(), VersionStep.PATCH);
            field("title", words(before.title()), words(after.title()), VersionStep.PATCH);
            field("description", words(before.description()), words(after.description()), VersionStep.PATCH);
        }

        private static String parent(MetadataTemplate template) {
            return template.parent().map(TemplateReference::toString).orElse("");
        }

        private static String words(BilingualText text) {
            return text.isEmpty() ? "" : text.zh() + " / " + text.en();
        }

        private void field(String field, Object was, Object is, VersionStep step) {
            if (!Objects.equals(was, is)) {
                Kind kind = step == VersionStep.PATCH ? Kind.REWORDED : Kind.CHANGED;
                add(kind, field, field, text(was), text(is), step, "field.changed", BilingualText.EMPTY);
            }
        }

        private static String text(Object value) {
            return value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
        }

        private void facet(FacetChange change) {
            String aspect = change.facet().name().toLowerCase(Locale.ROOT);
            Kind kind = Kind.valueOf(change.direction().name());
            boolean isBlank = change.before().isEmpty() || change.after().isEmpty();
            String key = change.facet() == Facet.CODES
                    ? "codes.changed"
                    : isBlank ? (change.before().isEmpty() ? "facet.set" : "facet.unset") : "facet.changed";
            changes.add(new TemplateChange(
                    kind,
                    change.path(),
                    aspect,
                    change.before(),
                    change.after(),
                    step(change),
                    Phrases.of(
                            key,
                            change.path(),
                            Phrases.of("facet." + aspect),
                            change.before(),
                            change.after(),
                            Phrases.of("kind." + kind))));
        }

        /** Who sees more is told as major, who sees less as minor: no record breaks, but something became known. */
        private static VersionStep step(FacetChange change) {
            if (change.facet() == Facet.VISIBILITY) {
                return change.direction() == Direction.LOOSENED ? VersionStep.MAJOR : VersionStep.MINOR;
            }
            if (change.facet() == Facet.INDEXED) {
                return VersionStep.MINOR;
            }
            return switch (change.direction()) {
                case REWORDED -> VersionStep.PATCH;
                case EXTENDED, LOOSENED -> VersionStep.MINOR;
                case NARROWED, CHANGED -> VersionStep.MAJOR;
            };
        }

        private void add(
                Kind kind,
                String path,
                String aspect,
                String was,
                String is,
                VersionStep step,
                String key,
                BilingualText name) {
            changes.add(new TemplateChange(kind, path, aspect, was, is, step, Phrases.of(key, path, name, was, is)));
        }
    }
}
