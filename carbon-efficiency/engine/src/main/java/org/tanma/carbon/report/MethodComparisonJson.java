// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;
import static org.tanma.carbon.report.CanonicalJson.text;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.comparison.MethodComparison;
import org.tanma.carbon.comparison.MethodComparison.ComparedTerm;
import org.tanma.carbon.comparison.MethodComparison.Side;
import org.tanma.carbon.quantity.Quantity;

/** The JSON of a comparison of two methods. */
final class MethodComparisonJson {
    private MethodComparisonJson() {}

    static SortedMap<String, Object> comparison(MethodComparison comparison) {
        SortedMap<String, Object> json = object();
        json.put("kind", "method-comparison");
        json.put("first", side(comparison.first()));
        json.put("second", side(comparison.second()));
        json.put(
                "terms",
                comparison.terms().stream().map(MethodComparisonJson::term).toList());
        putIfKnown(json, "difference", figureOrNull(comparison.difference()));
        return json;
    }

    private static SortedMap<String, Object> side(Side side) {
        SortedMap<String, Object> json = object();
        json.put("method", side.method().toString());
        json.put("readAs", side.readAs());
        json.put("leftOut", side.leftOut());
        json.put("outcome", InventoryJson.outcome(side.outcome()));
        return json;
    }

    private static SortedMap<String, Object> term(ComparedTerm term) {
        SortedMap<String, Object> json = object();
        json.put("term", term.term());
        json.put("label", text(term.label()));
        putIfKnown(json, "first", figureOrNull(term.first()));
        putIfKnown(json, "second", figureOrNull(term.second()));
        return json;
    }

    private static @Nullable SortedMap<String, Object> figureOrNull(@Nullable Quantity quantity) {
        return quantity == null ? null : figure(quantity);
    }
}
