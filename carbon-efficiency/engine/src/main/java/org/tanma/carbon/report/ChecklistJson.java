// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;
import static org.tanma.carbon.report.CanonicalJson.text;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.checklist.ChecklistOutcome;
import org.tanma.carbon.quantity.Quantity;

/** The JSON of a check of indicators. */
final class ChecklistJson {
    private ChecklistJson() {}

    static SortedMap<String, Object> outcome(ChecklistOutcome outcome) {
        SortedMap<String, Object> json = object();
        if (outcome instanceof ChecklistOutcome.Refused refused) {
            json.put("kind", "not-gradable");
            json.put(
                    "reasons",
                    refused.reasons().stream().map(GradeJson::refusal).toList());
            return json;
        }
        ChecklistOutcome.Checked checked = (ChecklistOutcome.Checked) outcome;
        json.put("kind", "checklist");
        json.put("scheme", checked.scheme().toString());
        json.put("title", text(checked.title()));
        json.put("subject", checked.subject());
        json.put("year", checked.year());
        json.put("verdict", checked.verdict().code());
        json.put("items", checked.items().stream().map(ChecklistJson::item).toList());
        return json;
    }

    private static SortedMap<String, Object> item(ChecklistOutcome.ItemResult result) {
        SortedMap<String, Object> json = object();
        json.put("id", result.item().id());
        json.put("title", text(result.item().title()));
        json.put("verdict", result.verdict().code());
        json.put("sense", result.item().sense().code());
        json.put(
                "bound",
                figure(new Quantity(result.item().bound(), result.item().unit())));
        json.put("boundIncluded", result.item().isBoundIncluded());
        json.put("source", result.item().from());
        @Nullable Quantity value = result.value();
        putIfKnown(json, "value", value == null ? null : figure(value));
        putIfKnown(json, "missing", result.missing().isEmpty() ? null : result.missing());
        return json;
    }
}
