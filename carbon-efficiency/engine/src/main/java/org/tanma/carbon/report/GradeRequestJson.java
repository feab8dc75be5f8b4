// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.ParsedGrading;
import org.tanma.carbon.grading.Deductions;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.grading.SizeClass;
import org.tanma.carbon.grading.checklist.ChecklistRequest;
import org.tanma.carbon.grading.physical.PhysicalRequest;
import org.tanma.carbon.quantity.Quantity;

/** The JSON of a request for grades, in the form that its reader takes. */
final class GradeRequestJson {
    private GradeRequestJson() {}

    static SortedMap<String, Object> request(ParsedGrading request) {
        SortedMap<String, Object> json = object();
        if (request instanceof ParsedGrading.Read read) {
            amongPeers(json, read);
        } else if (request instanceof ParsedGrading.ReadPhysical read) {
            json.put("physical", physical(read.physical()));
            json.put("inventory", RequestJson.request(read.inventory()));
        } else if (request instanceof ParsedGrading.ReadChecklist read) {
            json.put("checklist", checklist(read.checklist()));
        }
        return json;
    }

    private static void amongPeers(SortedMap<String, Object> json, ParsedGrading.Read request) {
        @Nullable PeerSet peers = request.peers();
        @Nullable PhysicalRequest physical = request.physical();
        json.put("scheme", request.scheme().toString());
        json.put("industry", request.industry());
        putIfKnown(json, "region", request.region());
        putIfKnown(json, "size", code(request.size()));
        putIfKnown(json, "valueAdded", figureOrNull(request.valueAdded()));
        putIfKnown(json, "energy", figureOrNull(request.energy()));
        json.put("deductions", deductions(request.deductions()));
        putIfKnown(json, "peers", peers == null ? null : peers(peers));
        putIfKnown(json, "physical", physical == null ? null : physical(physical));
        json.put("inventory", RequestJson.request(request.inventory()));
    }

    private static SortedMap<String, Object> deductions(Deductions deductions) {
        SortedMap<String, Object> json = object();
        json.put("zeroCarbonEnergy", figure(deductions.zeroCarbonEnergy()));
        json.put("sinks", figure(deductions.sinks()));
        json.put("captured", figure(deductions.captured()));
        json.put("offsets", figure(deductions.offsets()));
        return json;
    }

    private static SortedMap<String, Object> peers(PeerSet peers) {
        SortedMap<String, Object> json = object();
        json.put("industry", peers.industry());
        json.put("year", peers.year());
        json.put("source", peers.source());
        putIfKnown(json, "region", peers.region());
        putIfKnown(json, "size", code(peers.size()));
        json.put(
                "rows",
                peers.rows().stream()
                        .map(row -> {
                            SortedMap<String, Object> peer = object();
                            peer.put("subject", row.subject());
                            peer.put("emission", figure(row.emission()));
                            peer.put("valueAdded", figure(row.valueAdded()));
                            return peer;
                        })
                        .toList());
        return json;
    }

    private static SortedMap<String, Object> physical(PhysicalRequest request) {
        SortedMap<String, Object> json = object();
        @Nullable LocalDate limitsOn = request.limitsOn();
        json.put("scheme", request.scheme().toString());
        json.put(
                "products",
                request.products().stream()
                        .sorted(Comparator.comparing(PhysicalRequest.Made::product))
                        .map(GradeRequestJson::made)
                        .toList());
        SortedMap<String, Object> coal = object();
        request.standardCoal().forEach((carrier, value) -> coal.put(carrier, RequestJson.measured(value)));
        putIfKnown(json, "standardCoal", coal.isEmpty() ? null : coal);
        putIfKnown(json, "limitsOn", limitsOn == null ? null : limitsOn.toString());
        return json;
    }

    private static SortedMap<String, Object> made(PhysicalRequest.Made made) {
        SortedMap<String, Object> json = object();
        json.put("product", made.product());
        json.put("output", figure(made.output()));
        putIfKnown(json, "shares", decimals(made.shares()));
        putIfKnown(json, "figures", decimals(made.figures()));
        return json;
    }

    private static @Nullable Object decimals(Map<String, BigDecimal> decimals) {
        SortedMap<String, Object> json = object();
        decimals.forEach(
                (name, value) -> json.put(name, value.stripTrailingZeros().toPlainString()));
        return json.isEmpty() ? null : json;
    }

    private static SortedMap<String, Object> checklist(ChecklistRequest request) {
        SortedMap<String, Object> json = object();
        json.put("scheme", request.scheme().toString());
        json.put("subject", request.subject());
        json.put("year", request.year());
        SortedMap<String, Object> figures = object();
        request.figures().forEach((id, value) -> figures.put(id, figure(value)));
        json.put("figures", figures);
        return json;
    }

    private static @Nullable Object figureOrNull(@Nullable Quantity quantity) {
        return quantity == null ? null : figure(quantity);
    }

    private static @Nullable Object code(@Nullable SizeClass size) {
        return size == null ? null : size.code();
    }
}
