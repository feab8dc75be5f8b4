// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.ParsedGrading;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.checklist.ChecklistOutcome;
import org.tanma.carbon.grading.physical.PhysicalOutcome;
import org.tanma.carbon.grading.physical.PhysicalRequest;
import org.tanma.carbon.inventory.InventoryOutcome;

/**
 * A request for grades with all that came of it.
 *
 * @param request what was asked; read, not refused
 * @param inventory null where none was needed
 * @param amongPeers the grade among peers; null where none was asked for
 * @param physical grades of products by their energy; empty where none were asked for
 * @param checklist a check of indicators; null where none was asked for
 */
public record GradeRun(
        ParsedGrading request,
        @Nullable InventoryOutcome inventory,
        @Nullable GradeOutcome amongPeers,
        List<PhysicalOutcome> physical,
        @Nullable ChecklistOutcome checklist) {
    public GradeRun {
        physical = List.copyOf(physical);
    }

    /** Computes a request on the editions of a catalog; {@code request} must not be refused. */
    public static GradeRun of(EngineCatalog catalog, ParsedGrading request) {
        if (request instanceof ParsedGrading.ReadChecklist read) {
            return new GradeRun(
                    request, null, null, List.of(), catalog.checklistEngine().check(read.checklist()));
        }
        if (request instanceof ParsedGrading.ReadPhysical read) {
            InventoryOutcome inventory = catalog.inventoryEngine().compute(read.inventory());
            return new GradeRun(
                    request, inventory, null, catalog.physicalGradingEngine().grade(read.physical(), inventory), null);
        }
        if (!(request instanceof ParsedGrading.Read read)) {
            throw new IllegalArgumentException("a refused request has no grades");
        }
        InventoryOutcome inventory = catalog.inventoryEngine().compute(read.inventory());
        GradeOutcome amongPeers = catalog.gradingEngine().grade(read.with(inventory));
        @Nullable PhysicalRequest physical = read.physical();
        return new GradeRun(
                request,
                inventory,
                amongPeers,
                physical == null ? List.of() : catalog.physicalGradingEngine().grade(physical, inventory),
                null);
    }

    /** The grades with request and inventory, so that they can be computed once more. */
    public ResultDocument document() {
        SortedMap<String, Object> json = grades();
        json.put("request", GradeRequestJson.request(request));
        CanonicalJson.putIfKnown(json, "inventory", inventory == null ? null : InventoryJson.outcome(inventory));
        return CanonicalJson.document(json);
    }

    private SortedMap<String, Object> grades() {
        if (checklist != null) {
            return ChecklistJson.outcome(checklist);
        }
        if (amongPeers != null && physical.isEmpty()) {
            return GradeJson.outcome(amongPeers);
        }
        SortedMap<String, Object> json = CanonicalJson.object();
        json.put("kind", amongPeers == null ? "physical-grades" : "grades");
        CanonicalJson.putIfKnown(json, "amongPeers", amongPeers == null ? null : GradeJson.outcome(amongPeers));
        json.put("physical", PhysicalJson.outcomes(physical));
        return json;
    }
}
