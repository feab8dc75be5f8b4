// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.GradingEngine;
import org.tanma.carbon.grading.GradingRequest;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryEngine;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.kind.KindCatalog;

/** From inputs to a result: a pure function of them and of the editions shipped. Safe between threads. */
final class EvaluationComputation {
    private final EngineCatalog catalog;
    private final InventoryEngine inventoryEngine;
    private final GradingEngine gradingEngine;
    private final EngineRequestBuilder requestBuilder;
    private final IndustryCatalog industries;
    private final InventoryComposer inventoryComposer;
    private final GradeComposer gradeComposer;

    EvaluationComputation(EngineCatalog catalog, KindCatalog kinds, IndustryCatalog industries) {
        this.catalog = catalog;
        this.inventoryEngine = catalog.inventoryEngine();
        this.gradingEngine = catalog.gradingEngine();
        this.requestBuilder = new EngineRequestBuilder(kinds, catalog.units());
        this.industries = industries;
        Amounts amounts = new Amounts(catalog.units());
        this.inventoryComposer = new InventoryComposer(amounts);
        this.gradeComposer = new GradeComposer(catalog.schemes(), amounts);
    }

    /** A result, or what is missing. */
    sealed interface Computed {
        record Whole(EvaluationResult result) implements Computed {}

        record Lacking(Incomplete incomplete) implements Computed {}
    }

    Computed compute(EvaluationInputs inputs) {
        EngineRequest request = requestBuilder.build(inputs);
        InventoryOutcome outcome = inventoryEngine.compute(request.inventory());
        if (outcome instanceof Incomplete incomplete) {
            return new Computed.Lacking(incomplete);
        }
        Inventory inventory = (Inventory) outcome;
        GradeOutcome grade = gradingEngine.grade(new GradingRequest(
                EditionRef.parse(inputs.scheme()),
                inventory,
                inputs.enterprise().industryCode(),
                request.valueAdded(),
                request.deductions(),
                request.peers()));
        AccountingMethod method = catalog.methods()
                .find(inventory.method())
                .orElseThrow(() -> new IllegalStateException("no method " + inventory.method()));
        return new Computed.Whole(inventoryComposer.compose(
                inputs,
                industries.of(inputs.enterprise().industryCode()),
                method,
                inventory,
                request.outputGaps(),
                gradeComposer.compose(grade, request.valueAddedGaps(), inputs.year(), inputs.peers()),
                List.of()));
    }

    /** Every data edition shipped, sorted. */
    List<String> dataEditions() {
        List<String> editions = new ArrayList<>();
        catalog.factors().editions().forEach(e -> editions.add(e.ref().toString()));
        return editions.stream().sorted().toList();
    }
}
