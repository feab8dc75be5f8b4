// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.grading.checklist.ChecklistScheme;
import org.tanma.carbon.grading.checklist.ChecklistScheme.Sense;
import org.tanma.carbon.quantity.UnitCatalog;

/** Reads lists of indicators. */
final class ChecklistSchemeReader {
    /** How a bound is written, and whether a value on it meets it. */
    private static final Map<String, Boolean> INCLUDED =
            Map.of("at_most", true, "at_least", true, "below", false, "above", false);

    private ChecklistSchemeReader() {}

    static ChecklistScheme read(EditionSource source, YamlObject yaml, UnitCatalog units) {
        yaml.allowing("sort", "title", "validity_months", "figures", "items");
        return new ChecklistScheme(
                source,
                yaml.localText("title"),
                yaml.integer("validity_months"),
                yaml.objects("figures").stream()
                        .map(each -> each.allowing("id", "title", "unit"))
                        .map(each -> new ChecklistScheme.Figure(
                                each.text("id"), each.localText("title"), units.get(each.text("unit"))))
                        .toList(),
                yaml.objects("items").stream().map(each -> item(each, units)).toList());
    }

    private static ChecklistScheme.Item item(YamlObject yaml, UnitCatalog units) {
        yaml.allowing("id", "title", "of", "per", "unit", "at_most", "at_least", "below", "above", "source");
        List<String> bounds = INCLUDED.keySet().stream().filter(yaml::has).toList();
        if (bounds.size() != 1) {
            throw new EditionFormatException(yaml.place(), "needs one bound: at_most or below, at_least or above");
        }
        String bound = bounds.get(0);
        return new ChecklistScheme.Item(
                yaml.text("id"),
                yaml.localText("title"),
                yaml.texts("of"),
                yaml.findText("per"),
                units.get(yaml.text("unit")),
                bound.equals("at_most") || bound.equals("below") ? Sense.AT_MOST : Sense.AT_LEAST,
                new BigDecimal(yaml.text(bound)),
                Boolean.TRUE.equals(INCLUDED.get(bound)),
                yaml.text("source"));
    }
}
