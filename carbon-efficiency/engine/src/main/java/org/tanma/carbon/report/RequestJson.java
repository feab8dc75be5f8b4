// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.InventoryBasis;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.SharedParameter;
import org.tanma.carbon.inventory.SourceDetail;
import org.tanma.carbon.quantity.Quantity;

/** The JSON of a request; entries by source, activity and period. */
final class RequestJson {
    private RequestJson() {}

    static SortedMap<String, Object> request(InventoryRequest request) {
        SortedMap<String, Object> json = object();
        json.put("subject", request.subject());
        json.put("year", request.year());
        json.put("basis", basis(request.basis()));
        json.put(
                "entries",
                request.entries().stream()
                        .sorted(Comparator.comparing(ActivityEntry::source)
                                .thenComparing(ActivityEntry::activity)
                                .thenComparing(ActivityEntry::period)
                                .thenComparing(entry -> entry.amount().toString()))
                        .map(RequestJson::entry)
                        .toList());
        json.put(
                "parameters",
                request.parameters().stream()
                        .sorted(Comparator.comparing(SharedParameter::scope)
                                .thenComparing(SharedParameter::parameter)
                                .thenComparing(shared -> shared.measured().toString()))
                        .map(RequestJson::shared)
                        .toList());
        json.put("absentTerms", request.absentTerms().stream().sorted().toList());
        @Nullable Quantity level = request.activityLevel();
        putIfKnown(json, "activityLevel", level == null ? null : figure(level));
        if (!request.details().isEmpty()) {
            SortedMap<String, Object> sources = object();
            request.details().forEach((source, detail) -> sources.put(source, detail(detail)));
            json.put("sources", sources);
        }
        return json;
    }

    private static SortedMap<String, Object> detail(SourceDetail detail) {
        SortedMap<String, Object> json = object();
        putIfKnown(json, "site", detail.site());
        putIfKnown(json, "process", detail.process());
        putIfKnown(json, "device", detail.device());
        putPercent(json, detail.uncertaintyPercent());
        putIfKnown(json, "dataQuality", detail.dataQuality());
        return json;
    }

    private static void putPercent(SortedMap<String, Object> json, @Nullable BigDecimal percent) {
        putIfKnown(
                json,
                "uncertaintyPercent",
                percent == null ? null : percent.stripTrailingZeros().toPlainString());
    }

    private static SortedMap<String, Object> basis(InventoryBasis basis) {
        SortedMap<String, Object> json = object();
        @Nullable EditionRef fuelSet = basis.fuelSet();
        json.put("method", basis.method().toString());
        putIfKnown(json, "fuelSet", fuelSet == null ? null : fuelSet.toString());
        @Nullable EditionRef gwpSet = basis.gwpSet();
        putIfKnown(json, "gwpSet", gwpSet == null ? null : gwpSet.toString());
        json.put("geography", basis.geography());
        @Nullable EditionRef valueChain = basis.valueChain();
        putIfKnown(json, "valueChain", valueChain == null ? null : valueChain.toString());
        return json;
    }

    private static SortedMap<String, Object> entry(ActivityEntry entry) {
        SortedMap<String, Object> json = object();
        json.put("source", entry.source());
        json.put("activity", entry.activity().toString());
        json.put("period", entry.period().toString());
        json.put("amount", figure(entry.amount()));
        if (!entry.measured().isEmpty()) {
            SortedMap<String, Object> measured = object();
            entry.measured().forEach((parameter, value) -> measured.put(parameter.code(), measured(value)));
            json.put("measured", measured);
        }
        putIfKnown(json, "meter", entry.meter());
        putIfKnown(json, "evidenceDigest", entry.evidenceDigest());
        return json;
    }

    static SortedMap<String, Object> measured(MeasuredValue value) {
        SortedMap<String, Object> json = figure(value.value());
        json.put("evidence", value.evidence());
        putPercent(json, value.uncertaintyPercent());
        return json;
    }

    private static SortedMap<String, Object> shared(SharedParameter shared) {
        SortedMap<String, Object> json = measured(shared.measured());
        json.put("scope", shared.scope());
        json.put("parameter", shared.parameter().code());
        return json;
    }
}
