// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;
import static org.tanma.carbon.report.CanonicalJson.text;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Comparison;
import org.tanma.carbon.analysis.LineChange;
import org.tanma.carbon.quantity.Quantity;

/** The JSON of a comparison. */
final class ComparisonJson {
    private ComparisonJson() {}

    static SortedMap<String, Object> comparison(Comparison comparison) {
        SortedMap<String, Object> json = object();
        json.put("kind", "comparison");
        json.put("before", figure(comparison.before()));
        json.put("after", figure(comparison.after()));
        json.put("change", figure(comparison.change()));
        json.put("byActivity", figure(comparison.byActivity()));
        json.put("byFactor", figure(comparison.byFactor()));
        json.put("byBoundary", figure(comparison.byBoundary()));
        json.put("lines", comparison.lines().stream().map(ComparisonJson::line).toList());
        return json;
    }

    private static SortedMap<String, Object> line(LineChange line) {
        SortedMap<String, Object> json = object();
        json.put("source", line.source());
        json.put("activity", line.activity());
        json.put("label", text(line.label()));
        json.put("scope", line.scope());
        putIfKnown(json, "amountBefore", figureOrNull(line.amountBefore()));
        putIfKnown(json, "amountAfter", figureOrNull(line.amountAfter()));
        json.put("emissionBefore", figure(line.emissionBefore()));
        json.put("emissionAfter", figure(line.emissionAfter()));
        json.put("change", figure(line.change()));
        json.put("byActivity", figure(line.byActivity()));
        json.put("byFactor", figure(line.byFactor()));
        json.put("byBoundary", figure(line.byBoundary()));
        return json;
    }

    private static @Nullable Object figureOrNull(@Nullable Quantity quantity) {
        return quantity == null ? null : figure(quantity);
    }
}
