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
 * @param ttlSeconds how long the values of its records may be cached
 * @param isIssuedByNode true when only the node itself makes such records, never a registration
 * @param rules semantic rules beyond the types of the items
 */
public record MetadataTemplate(
        HandleName handle,
        String name,
        TemplateVersion version,
        BilingualText title,
        TemplateTier tier,
        int ttlSeconds,
        boolean isIssuedByNode,
        List<TemplateItem> items,
        List<RuleUse> rules) {
    /** Code of the item by which a record says it is demonstration data. */
    public static final String DEMONSTRATION = "demonstration";

    public MetadataTemplate {
        items = List.copyOf(items);
        rules = List.copyOf(rules);
        Set<Object> seen = new HashSet<>();
        for (TemplateItem item : items) {
            for (Object key : List.of(
                    item.code(), item.index(), item.name().zh(), item.name().en())) {
                if (!seen.add(key)) {
                    throw new IllegalArgumentException("template " + name + " has '" + key + "' twice");
                }
            }
            if (item.since().compareTo(version) > 0) {
                throw new IllegalArgumentException(
                        "item '" + item.code() + "' is newer than template " + name + " " + version);
            }
        }
        for (RuleUse rule : rules) {
            for (String code : rule.items()) {
                if (!seen.contains(code)) {
                    throw new IllegalArgumentException(
                            "rule '" + rule.rule() + "' of template " + name + " names unknown item '" + code + "'");
                }
            }
        }
    }

    public Optional<TemplateItem> findItem(String code) {
        return items.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /** The item people mean by {@code words}: its code, or its Chinese or English name. */
    public Optional<TemplateItem> findItemCalled(String words) {
        return items.stream().filter(i -> i.isCalled(words)).findFirst();
    }

    public Optional<TemplateItem> findItemAt(int index) {
        return items.stream().filter(i -> i.index() == index).findFirst();
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
