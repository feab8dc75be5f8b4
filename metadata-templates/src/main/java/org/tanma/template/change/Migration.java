// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateReference;

/**
 * How records of one version of a template become records of another, by stated steps.
 *
 * <p>Contract: whatever does not come over unchanged in meaning is told; nothing is lost silently. An item no step names comes over
 * as it is. The result still has to be validated by the newer version. Immutable, safe between threads.
 *
 * @param steps in the order they are taken, each on what the ones before it left
 */
public record Migration(TemplateReference from, TemplateReference to, List<MigrationStep> steps) {
    public Migration {
        steps = List.copyOf(steps);
    }

    /** No steps: records are tried as they are. */
    public static Migration unchanged(TemplateReference from, TemplateReference to) {
        return new Migration(from, to, List.of());
    }

    /**
     * A record after all steps.
     *
     * @param items by code, in the order they were given
     * @param losses what did not come over as it was
     */
    public record Outcome(Map<String, String> items, List<Loss> losses) {
        public Outcome {
            items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
            losses = List.copyOf(losses);
        }

        /** True when the older record can be told from the newer one. */
        public boolean isLossless() {
            return losses.isEmpty();
        }
    }

    /**
     * Something that did not come over as it was.
     *
     * @param item code in the older version
     * @param given what stood there
     */
    public record Loss(String item, String given, BilingualText reason) {}

    /**
     * Holds the steps to the two versions.
     *
     * @throws IllegalArgumentException when they are of other versions, a step works on an item the older version does not have or
     *     gives one the newer does not have, or a code becomes one that the older version has too and the step does not name: {@code
     *     "mill": "mill"} says that two are meant to become one
     */
    public void requireSuits(MetadataTemplate older, MetadataTemplate newer) {
        require(older.reference().equals(from) && newer.reference().equals(to), "it leads from " + from + " to " + to);
        List<String> codes =
                new ArrayList<>(older.items().stream().map(TemplateItem::code).toList());
        for (MigrationStep step : steps) {
            String item = step.item();
            boolean isNew = step instanceof MigrationStep.SetDefault;
            require(
                    isNew ? newer.findItem(item).isPresent() : codes.contains(item),
                    "there is no item '" + item + "' in " + (isNew ? newer : older).reference());
            if (step instanceof MigrationStep.Rename rename) {
                require(newer.findItem(rename.to()).isPresent(), "there is no item '" + rename.to() + "' in " + to);
                codes.remove(item);
                codes.add(rename.to());
            }
            if (step instanceof MigrationStep.MapCodes map) {
                older.findItem(item)
                        .ifPresent(was -> map.codes()
                                .values()
                                .forEach(code -> require(
                                        !was.codes().contains(code)
                                                || map.codes().containsKey(code),
                                        "code '" + code + "' of item '" + item
                                                + "' exists already; name it in the step as well")));
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("migration: " + otherwise);
        }
    }

    /** Takes the steps on one record's items. */
    public Outcome apply(Map<String, String> items) {
        Map<String, String> changed = new LinkedHashMap<>(items);
        List<Loss> losses = new ArrayList<>();
        for (MigrationStep step : steps) {
            step.apply(changed, losses);
        }
        return new Outcome(changed, losses);
    }
}
