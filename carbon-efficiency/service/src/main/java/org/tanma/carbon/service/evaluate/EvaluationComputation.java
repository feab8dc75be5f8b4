// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Assessment;
import org.tanma.carbon.analysis.AssessmentEngine;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.GradingEngine;
import org.tanma.carbon.grading.GradingRequest;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryEngine;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.carbon.uncertainty.Simulation;
import org.tanma.carbon.uncertainty.UncertaintyEngine;
import org.tanma.carbon.whatif.Change;
import org.tanma.carbon.whatif.WhatIf;
import org.tanma.carbon.whatif.WhatIfOutcome;

/** From inputs to a result: a pure function of them and of the editions shipped. Safe between threads. */
final class EvaluationComputation {
    private final EngineCatalog catalog;
    private final InventoryEngine inventoryEngine;
    private final AssessmentEngine assessmentEngine;
    private final SchemeBook book;
    private final ProductGrades products;
    private final EngineRequestBuilder requestBuilder;
    private final IndustryCatalog industries;
    private final InventoryComposer inventoryComposer;
    private final GradeComposer gradeComposer;

    EvaluationComputation(EngineCatalog catalog, KindCatalog kinds, IndustryCatalog industries, SchemeBook book) {
        this.catalog = catalog;
        this.book = book;
        this.products = new ProductGrades(catalog, book);
        this.inventoryEngine = catalog.inventoryEngine();
        this.assessmentEngine = catalog.assessmentEngine();
        this.requestBuilder = new EngineRequestBuilder(kinds, catalog.units());
        this.industries = industries;
        Amounts amounts = new Amounts(catalog.units());
        this.inventoryComposer = new InventoryComposer(amounts);
        this.gradeComposer = new GradeComposer(book, amounts);
    }

    /** A result, or what is missing. */
    sealed interface Computed {
        record Whole(EvaluationResult result) implements Computed {}

        record Lacking(Incomplete incomplete) implements Computed {}
    }

    /** The engine's own answers, by peers that were made before by {@link #peers}; nothing is put into words. */
    AssessedYear assess(EvaluationInputs inputs, @Nullable PeerSet peers) {
        EngineRequest request = requestBuilder.build(inputs);
        InventoryOutcome outcome = inventoryEngine.compute(request.inventory());
        return outcome instanceof Inventory inventory
                ? new AssessedYear(outcome, grade(inputs, request, inventory, peers))
                : new AssessedYear(outcome, null);
    }

    @Nullable
    PeerSet peers(EvaluationInputs inputs) {
        return requestBuilder.peers(inputs.peers());
    }

    Computed compute(EvaluationInputs inputs) {
        EngineRequest request = requestBuilder.build(inputs);
        InventoryOutcome outcome = inventoryEngine.compute(request.inventory());
        if (outcome instanceof Incomplete incomplete) {
            return new Computed.Lacking(incomplete);
        }
        Inventory inventory = (Inventory) outcome;
        GradeOutcome grade = grade(inputs, request, inventory);
        AccountingMethod method = catalog.methods()
                .find(inventory.method())
                .orElseThrow(() -> new IllegalStateException("no method " + inventory.method()));
        return new Computed.Whole(inventoryComposer.compose(
                inputs,
                industries.of(inputs.enterprise().industryCode()),
                method,
                inventory,
                request.outputGaps(),
                gradeComposer.compose(grade, request.valueAddedGaps(), inputs),
                products.of(inputs, inventory),
                assessment(inputs, request)));
    }

    /** By the one table shipped: a result that named another could not be computed again. */
    private @Nullable Assessment assessment(EvaluationInputs inputs, EngineRequest request) {
        String table = inputs.uncertainty();
        return table == null || !table.equals(UncertaintyEngine.DEFAULTS.toString())
                ? null
                : assessmentEngine.assess(request.inventory(), null).orElse(null);
    }

    /** What would be if something were otherwise; the grade by the same scheme, peers and deductions. */
    record WhatIfComputed(
            WhatIfOutcome outcome,
            @Nullable GradeOutcome before,
            @Nullable GradeOutcome after) {}

    WhatIfComputed whatIf(EvaluationInputs inputs, List<Change> changes) {
        EngineRequest request = requestBuilder.build(inputs);
        WhatIfOutcome outcome = catalog.whatIfEngine().compute(request.inventory(), changes);
        return outcome instanceof WhatIf whatIf
                ? new WhatIfComputed(
                        outcome, grade(inputs, request, whatIf.before()), grade(inputs, request, whatIf.after()))
                : new WhatIfComputed(outcome, null, null);
    }

    /** The uncertainty of a result by drawing samples; empty where the inputs no longer make an inventory. */
    Optional<Simulation> simulate(EvaluationInputs inputs, long seed, int draws) {
        return catalog.uncertaintyEngine().simulate(requestBuilder.build(inputs).inventory(), seed, draws);
    }

    private GradeOutcome grade(EvaluationInputs inputs, EngineRequest request, Inventory inventory) {
        return grade(inputs, request, inventory, request.peers());
    }

    private GradeOutcome grade(
            EvaluationInputs inputs, EngineRequest request, Inventory inventory, @Nullable PeerSet peers) {
        EditionRef ref = EditionRef.parse(inputs.scheme());
        GradingScheme scheme =
                book.find(ref).orElseThrow(() -> new IllegalStateException("no scheme is called " + ref));
        return GradingEngine.grade(
                scheme,
                new GradingRequest(
                        ref,
                        inventory,
                        inputs.enterprise().industryCode(),
                        request.valueAdded(),
                        request.deductions(),
                        peers,
                        inputs.enterprise().region(),
                        EnginePeers.size(inputs.size()),
                        scheme.denominator() == GradingScheme.Denominator.ENERGY
                                ? products.energy(inputs, inventory)
                                : null));
    }

    /** Every data edition shipped, sorted. */
    List<String> dataEditions() {
        List<String> editions = new ArrayList<>();
        catalog.factors().editions().forEach(e -> editions.add(e.ref().toString()));
        return editions.stream().sorted().toList();
    }
}
