// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tanma.handle.model.HandleName;

/**
 * One version of a metadata template: the items a record of its kind may and must have.
 *
 * <p>Immutable. Codes, indexes and names are each unique among its items.
 *
 * @param handle under which the template itself resolves, the same for all its versions
 * @param name short and stable: {@code device}
 * @param description what such records are for; may be empty
 * @param parent version of the template it extends, whose items and rules are among its own
 * @param industry GB/T 4754 codes from section to class, as far as they go; empty for every industry
 * @param objectType {@value #ACTIVE_CARRIER} for objects that carry their identifier actively, else {@value #OTHER_OBJECT}
 * @param ttlSeconds how long the values of its records may be cached
 * @param isIssuedByNode true when only the node itself makes such records, never a registration
 * @param items all of them, inherited ones first
 * @param rules semantic rules beyond the types of the items
 */
public record MetadataTemplate(
        HandleName handle,
        String name,
        TemplateVersion version,
        BilingualText title,
        BilingualText description,
        TemplateTier tier,
        Optional<TemplateReference> parent,
        List<String> industry,
        int objectType,
        int ttlSeconds,
        boolean isIssuedByNode,
        List<TemplateItem> items,
        List<RuleUse> rules) {
    /** Code of the item by which a record says it is demonstration data. */
    public static final String DEMONSTRATION = "demonstration";
    /** Object type of objects that carry their identifier actively: a chip or a module that connects by itself. */
    public static final int ACTIVE_CARRIER = 1;
    /** Object type of everything else. */
    public static final int OTHER_OBJECT = 2;

    private static final int INDUSTRY_LEVELS = 4;

    public MetadataTemplate {
        items = List.copyOf(items);
        rules = List.copyOf(rules);
        industry = List.copyOf(industry);
        if (objectType != ACTIVE_CARRIER && objectType != OTHER_OBJECT) {
            throw new IllegalArgumentException(
                    "objectType " + objectType + " is neither 1 (active carrier) nor 2 (other)");
        }
        if (industry.size() > INDUSTRY_LEVELS) {
            throw new IllegalArgumentException("industry " + industry + " has more than four levels");
        }
        Set<Object> seen = new HashSet<>();
        for (TemplateItem item : items) {
            for (Object key : List.of(
                    item.code(), item.index(), item.name().zh(), item.name().en())) {
                if (!seen.add(key)) {
                    throw new IllegalArgumentException("template " + name + " has '" + key + "' twice");
                }
            }
            if (item.index() == TemplateItem.NO_INDEX) {
                throw new IllegalArgumentException("item '" + item.code() + "': field 'index' is missing");
            }
            if (parent.isEmpty() && item.since().compareTo(version) > 0) {
                throw new IllegalArgumentException(
                        "item '" + item.code() + "' is newer than template " + name + " " + version);
            }
        }
        for (RuleUse rule : rules) {
            for (String path : rule.items()) {
                if (findPath(items, path).isEmpty()) {
                    throw new IllegalArgumentException(
                            "rule '" + rule.rule() + "' of template " + name + " names unknown item '" + path + "'");
                }
            }
        }
    }

    public Optional<TemplateItem> findItem(String code) {
        return items.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /** The item at a path: a code, {@code list[]} for a list's element, {@code list[].part} for an item of every element. */
    public Optional<TemplateItem> findPath(String path) {
        return findPath(items, path);
    }

    private static Optional<TemplateItem> findPath(List<TemplateItem> items, String path) {
        int end = path.indexOf("[]");
        String code = end < 0 ? path : path.substring(0, end);
        Optional<TemplateItem> item =
                items.stream().filter(i -> i.code().equals(code)).findFirst();
        if (end < 0) {
            return item;
        }
        Optional<TemplateItem> element = item.flatMap(i -> i.parts().find(ItemParts.ELEMENT));
        String rest = path.substring(end + 2);
        return rest.isEmpty()
                ? element
                : element.filter(e -> rest.startsWith("."))
                        .flatMap(e -> e.parts().find(rest.substring(1)));
    }

    /** The item people mean by {@code words}: its code, or its Chinese or English name. */
    public Optional<TemplateItem> findItemCalled(String words) {
        return items.stream().filter(i -> i.isCalled(words)).findFirst();
    }

    public Optional<TemplateItem> findItemAt(int index) {
        return items.stream().filter(i -> i.index() == index).findFirst();
    }

    /** Its name and version. */
    public TemplateReference reference() {
        return new TemplateReference(name, version);
    }

    /** By name and version: templates are keys of what is compiled from them. */
    @Override
    public int hashCode() {
        return name.hashCode() * 31 + version.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof MetadataTemplate that
                        && name.equals(that.name)
                        && version.equals(that.version)
                        && handle.equals(that.handle)
                        && title.equals(that.title)
                        && description.equals(that.description)
                        && tier == that.tier
                        && parent.equals(that.parent)
                        && industry.equals(that.industry)
                        && objectType == that.objectType
                        && ttlSeconds == that.ttlSeconds
                        && isIssuedByNode == that.isIssuedByNode
                        && items.equals(that.items)
                        && rules.equals(that.rules);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
