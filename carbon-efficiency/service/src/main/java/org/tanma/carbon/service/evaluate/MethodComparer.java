// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.comparison.ComparisonEngine;
import org.tanma.carbon.comparison.MethodComparison;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.service.evaluate.MethodDifference.MissingLine;
import org.tanma.carbon.service.evaluate.MethodDifference.Side;
import org.tanma.carbon.service.evaluate.MethodDifference.TermLine;
import org.tanma.carbon.service.kind.KindCatalog;

/** Computes the kept inputs of an evaluation by another method. Keeps nothing; safe between threads. */
public final class MethodComparer {
    private final EvaluationStore store;
    private final EngineCatalog catalog;
    private final ComparisonEngine engine;
    private final EngineRequestBuilder requestBuilder;
    private final Amounts amounts;

    public MethodComparer(EvaluationStore store, EngineCatalog catalog, KindCatalog kinds) {
        this.store = store;
        this.catalog = catalog;
        this.engine = catalog.comparisonEngine();
        this.requestBuilder = new EngineRequestBuilder(kinds, catalog.units());
        this.amounts = new Amounts(catalog.units());
    }

    /** Editions of methods that serve the year. */
    public List<String> methods(int year) {
        return catalog.methods().all().stream()
                .filter(method -> method.serves(year))
                .map(method -> method.ref().toString())
                .toList();
    }

    /**
     * An evaluation's data by its own method and by another; empty when there is no evaluation of that id or no such method.
     *
     * @param method {@code name/edition}, one of {@link #methods}
     */
    public Optional<MethodDifference> compare(String id, String method) {
        return store.find(id).flatMap(kept -> {
            EvaluationInputs inputs = CanonicalJson.read(kept.inputs(), EvaluationInputs.class);
            if (!methods(inputs.year()).contains(method)) {
                return Optional.empty();
            }
            InventoryRequest request = requestBuilder.build(inputs).inventory();
            return engine.compare(request, EditionRef.parse(method)).map(found -> difference(id, found));
        });
    }

    private MethodDifference difference(String id, MethodComparison comparison) {
        return new MethodDifference(
                id,
                side(comparison.first()),
                side(comparison.second()),
                comparison.terms().stream()
                        .map(term ->
                                new TermLine(term.term(), term.label(), orNull(term.first()), orNull(term.second())))
                        .toList(),
                orNull(comparison.difference()));
    }

    private Side side(MethodComparison.Side side) {
        @Nullable Inventory inventory = side.outcome() instanceof Inventory whole ? whole : null;
        @Nullable EditionRef fuelSet = inventory == null ? null : inventory.fuelSet();
        List<MissingLine> missing = side.outcome() instanceof Incomplete incomplete
                ? incomplete.missing().stream()
                        .map(each ->
                                new MissingLine(each.path(), each.what(), each.given(), each.allowed(), each.hint()))
                        .toList()
                : List.of();
        return new Side(
                side.method().toString(),
                fuelSet == null ? null : fuelSet.toString(),
                inventory == null ? null : inventory.gwpSet().toString(),
                inventory == null ? null : amounts.of(inventory.totals().total()),
                missing,
                side.readAs(),
                side.leftOut());
    }

    private @Nullable Amount orNull(@Nullable Quantity quantity) {
        return quantity == null ? null : amounts.of(quantity);
    }
}
