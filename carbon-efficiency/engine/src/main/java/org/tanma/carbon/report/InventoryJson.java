// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;
import static org.tanma.carbon.report.CanonicalJson.text;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Breakdown;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.GasTotal;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Intensity;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.inventory.InventoryTotals;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.inventory.PeriodTotal;
import org.tanma.carbon.inventory.SourceTotal;
import org.tanma.carbon.inventory.ValueChain;
import org.tanma.carbon.quantity.Quantity;

/** The JSON of an inventory, or of what is missing for one. */
final class InventoryJson {
    private InventoryJson() {}

    static SortedMap<String, Object> outcome(InventoryOutcome outcome) {
        return outcome instanceof Inventory inventory ? inventory(inventory) : incomplete((Incomplete) outcome);
    }

    private static SortedMap<String, Object> incomplete(Incomplete incomplete) {
        SortedMap<String, Object> json = object();
        json.put("kind", "incomplete");
        json.put(
                "missing",
                incomplete.missing().stream().map(InventoryJson::missing).toList());
        return json;
    }

    static SortedMap<String, Object> missing(Missing missing) {
        SortedMap<String, Object> json = object();
        json.put("reason", missing.reason().code());
        json.put("path", missing.path());
        json.put("what", text(missing.what()));
        json.put("given", missing.given());
        json.put("allowed", missing.allowed());
        json.put("hint", text(missing.hint()));
        return json;
    }

    private static SortedMap<String, Object> inventory(Inventory inventory) {
        SortedMap<String, Object> json = object();
        @Nullable EditionRef fuelSet = inventory.fuelSet();
        @Nullable Intensity intensity = inventory.intensity();
        json.put("kind", "inventory");
        json.put("request", RequestJson.request(inventory.request()));
        json.put("method", inventory.method().toString());
        putIfKnown(json, "fuelSet", fuelSet == null ? null : fuelSet.toString());
        json.put("gwpSet", inventory.gwpSet().toString());
        json.put("geography", inventory.geography().id());
        json.put("totals", totals(inventory.totals()));
        json.put(
                "sources",
                inventory.sources().stream().map(InventoryJson::source).toList());
        json.put("periods", periods(inventory.periods()));
        putIfKnown(json, "intensity", intensity == null ? null : intensity(intensity));
        json.put("factors", inventory.factors().stream().map(TraceJson::factor).toList());
        json.put("quality", inventory.quality().code());
        json.put("absentTerms", inventory.absentTerms());
        json.put(
                "notCovered",
                inventory.notCovered().stream().map(CanonicalJson::text).toList());
        json.put(
                "notices", inventory.notices().stream().map(CanonicalJson::text).toList());
        json.put("trace", TraceJson.node(inventory.trace()));
        Breakdown breakdown = Breakdown.of(inventory);
        putIfKnown(json, "breakdown", breakdown.isEmpty() ? null : BreakdownJson.breakdown(breakdown));
        @Nullable ValueChain valueChain = inventory.valueChain();
        putIfKnown(json, "valueChain", valueChain == null ? null : valueChain(valueChain));
        return json;
    }

    private static SortedMap<String, Object> valueChain(ValueChain valueChain) {
        SortedMap<String, Object> json = object();
        json.put("total", figure(valueChain.total()));
        json.put(
                "sources",
                valueChain.sources().stream().map(InventoryJson::source).toList());
        json.put("factors", valueChain.factors().stream().map(TraceJson::factor).toList());
        json.put(
                "notices",
                valueChain.notices().stream().map(CanonicalJson::text).toList());
        json.put("trace", TraceJson.node(valueChain.trace()));
        return json;
    }

    static SortedMap<String, Object> totals(InventoryTotals totals) {
        SortedMap<String, Object> json = object();
        json.put("total", figure(totals.total()));
        json.put("scope1", figure(totals.scope1()));
        json.put("scope2", figure(totals.scope2()));
        json.put("energyCo2", figure(totals.energyCo2()));
        json.put("processCo2", figure(totals.processCo2()));
        json.put("biogenicCo2", figure(totals.biogenicCo2()));
        json.put("fuelEnergy", figure(totals.fuelEnergy()));
        if (totals.gases().size() > 1) {
            json.put("gases", totals.gases().stream().map(InventoryJson::gas).toList());
        }
        @Nullable Quantity scope3 = totals.scope3();
        putIfKnown(json, "scope3", scope3 == null ? null : figure(scope3));
        return json;
    }

    private static SortedMap<String, Object> gas(GasTotal total) {
        SortedMap<String, Object> json = object();
        json.put("gas", total.gas().code());
        json.put("mass", figure(total.mass()));
        json.put("co2e", figure(total.co2e()));
        return json;
    }

    private static SortedMap<String, Object> source(SourceTotal source) {
        SortedMap<String, Object> json = object();
        json.put("source", source.source());
        json.put("activity", source.activity().toString());
        json.put("label", text(source.label()));
        json.put("scope", source.scope());
        json.put("amount", figure(source.amount()));
        json.put("emission", figure(source.emission()));
        json.put("share", figure(source.share()));
        json.put("periods", periods(source.periods()));
        return json;
    }

    private static List<SortedMap<String, Object>> periods(List<PeriodTotal> periods) {
        return periods.stream()
                .map(total -> {
                    SortedMap<String, Object> json = object();
                    json.put("period", total.period().toString());
                    json.put("emission", figure(total.emission()));
                    return json;
                })
                .toList();
    }

    private static SortedMap<String, Object> intensity(Intensity intensity) {
        SortedMap<String, Object> json = object();
        json.put("activityLevel", figure(intensity.activityLevel()));
        json.put("direct", figure(intensity.direct()));
        json.put("indirect", figure(intensity.indirect()));
        json.put("total", figure(intensity.total()));
        return json;
    }
}
