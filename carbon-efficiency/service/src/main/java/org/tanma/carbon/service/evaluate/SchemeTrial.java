// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.grading.Deductions;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.GradingEngine;
import org.tanma.carbon.grading.GradingRequest;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryEngine;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.scheme.SchemeBook;

/**
 * Tries a scheme on kept evaluations, with the very classes they were computed with; nothing kept is changed. Safe between
 * threads.
 */
public final class SchemeTrial {
    private final EngineCatalog catalog;
    private final InventoryEngine inventories;
    private final EngineRequestBuilder requests;
    private final ProductGrades products;

    public SchemeTrial(EngineCatalog catalog, KindCatalog kinds, SchemeBook book) {
        this.products = new ProductGrades(catalog, book);
        this.catalog = catalog;
        this.inventories = catalog.inventoryEngine();
        this.requests = new EngineRequestBuilder(kinds, catalog.units());
    }

    /**
     * A kept year, computed once more from its kept inputs.
     *
     * @param size declared size class; empty if none is
     * @param valueAdded of the year; null if it is not known, 0 or below where the enterprise made a loss
     * @param energy comprehensive energy consumption; null if some coefficient is not known
     */
    public record Year(
            EnterpriseProfile enterprise,
            int year,
            String size,
            Inventory inventory,
            @Nullable Quantity valueAdded,
            Deductions deductions,
            @Nullable Quantity energy) {}

    /** The inputs of a kept evaluation computed once more; empty when they no longer give an inventory. */
    public Optional<Year> recompute(StoredEvaluation kept) {
        EvaluationInputs inputs = CanonicalJson.read(kept.inputs(), EvaluationInputs.class);
        EngineRequest request = requests.build(inputs);
        return inventories.compute(request.inventory()) instanceof Inventory inventory
                ? Optional.of(new Year(
                        inputs.enterprise(),
                        inputs.year(),
                        inputs.size(),
                        inventory,
                        request.valueAdded(),
                        request.deductions(),
                        products.energy(inputs, inventory)))
                : Optional.empty();
    }

    /** The grade of a year by a scheme. */
    public GradeOutcome grade(Year year, GradingScheme scheme, @Nullable PeerSet peers) {
        return GradingEngine.grade(
                scheme,
                new GradingRequest(
                        scheme.ref(),
                        year.inventory(),
                        year.enterprise().industryCode(),
                        year.valueAdded(),
                        year.deductions(),
                        peers,
                        year.enterprise().region(),
                        EnginePeers.size(year.size()),
                        year.energy()));
    }

    /**
     * The year as a peer of others: emissions and denominator as the scheme counts them. Empty when the denominator is not
     * known or emissions are below 0; a denominator of 0 or below is a peer's all the same.
     */
    public Optional<PeerSet.PeerRow> peer(Year year, GradingScheme scheme) {
        @Nullable
        Quantity denominator = switch (scheme.denominator()) {
            case VALUE_ADDED -> year.valueAdded();
            case OUTPUT -> year.inventory().request().activityLevel();
            case ENERGY -> year.energy();
        };
        Quantity net = GradingEngine.net(scheme, year.inventory(), year.deductions());
        if (denominator == null || !denominator.dimension().equals(scheme.denominatorDimension()) || net.signum() < 0) {
            return Optional.empty();
        }
        return Optional.of(new PeerSet.PeerRow(
                year.enterprise().handle(),
                net,
                denominator.in(catalog.units().get(PeerChoice.denominatorUnit(scheme)))));
    }
}
