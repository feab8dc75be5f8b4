// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.comparison;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.comparison.MethodComparison.ComparedTerm;
import org.tanma.carbon.comparison.MethodComparison.Side;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryEngine;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.SourceTotal;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodCatalog;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * Computes one request by two methods.
 *
 * <p>Contract: each method takes the readings it has a term for; the other one with its own GWP set and the first of its own fuel
 * sets that has all the fuels reported; what it has no place for is named, never silently dropped, and what it lacks makes that side incomplete.
 * A pure function of the request and the catalogs; thread-safe.
 */
public final class ComparisonEngine {
    private final MethodCatalog methods;
    private final InventoryEngine engine;

    public ComparisonEngine(MethodCatalog methods, InventoryEngine engine) {
        this.methods = methods;
        this.engine = engine;
    }

    /**
     * Both results; empty if the other method is not known.
     *
     * @param request data and first method; it may hold readings that only the other method has a term for
     * @param other the second method
     */
    public Optional<MethodComparison> compare(InventoryRequest request, EditionRef other) {
        return methods.find(other).map(method -> compare(request, method));
    }

    private MethodComparison compare(InventoryRequest request, AccountingMethod other) {
        @Nullable AccountingMethod own = methods.find(request.basis().method()).orElse(null);
        Side first = own == null
                ? new Side(request.basis().method(), engine.compute(request), List.of(), List.of())
                : side(new AdaptedRequest(whole(own, request)).adapt(request, request.basis()));
        @Nullable
        EditionRef usedGwp = first.outcome() instanceof Inventory inventory
                ? inventory.gwpSet()
                : request.basis().gwpSet();
        Side second = other(request, other, usedGwp);
        if (first.outcome() instanceof Inventory left && second.outcome() instanceof Inventory right) {
            return new MethodComparison(
                    first,
                    second,
                    terms(left, right, own, other),
                    right.totals().total().minus(left.totals().total()));
        }
        return new MethodComparison(first, second, List.of(), null);
    }

    /** By the first of the method's fuel sets that has all the fuels reported; by the preferred one if none has. */
    private Side other(InventoryRequest request, AccountingMethod other, @Nullable EditionRef usedGwp) {
        AdaptedRequest adapted = new AdaptedRequest(whole(other, request));
        Side preferred = side(adapted.adapt(request, adapted.basis(request.basis(), usedGwp, null)));
        if (preferred.outcome() instanceof Inventory) {
            return preferred;
        }
        return other.fuelSets().stream()
                .skip(1)
                .map(set -> side(adapted.adapt(request, adapted.basis(request.basis(), usedGwp, set))))
                .filter(side -> side.outcome() instanceof Inventory)
                .findFirst()
                .orElse(preferred);
    }

    /** The method with the terms of scope 3 that the request is asked with. */
    private AccountingMethod whole(AccountingMethod method, InventoryRequest request) {
        @Nullable EditionRef valueChain = request.basis().valueChain();
        return valueChain == null
                ? method
                : methods.find(valueChain).map(method::withTermsOf).orElse(method);
    }

    private Side side(AdaptedRequest.Adapted adapted) {
        return new Side(
                adapted.request().basis().method(),
                engine.compute(adapted.request()),
                adapted.readAs(),
                adapted.leftOut());
    }

    private static List<ComparedTerm> terms(
            Inventory first, Inventory second, @Nullable AccountingMethod own, AccountingMethod other) {
        Map<String, LocalText> labels = new LinkedHashMap<>();
        Stream.concat(own == null ? Stream.<MethodTerm>empty() : own.terms().stream(), other.terms().stream())
                .forEach(term -> labels.putIfAbsent(term.id(), term.label()));
        return labels.entrySet().stream()
                .map(label -> new ComparedTerm(
                        label.getKey(), label.getValue(), sum(first, label.getKey()), sum(second, label.getKey())))
                .filter(term -> term.first() != null || term.second() != null)
                .toList();
    }

    private static @Nullable Quantity sum(Inventory inventory, String term) {
        return inventory.sources().stream()
                .filter(source -> source.activity().term().equals(term))
                .sorted(Comparator.comparing(SourceTotal::source).thenComparing(SourceTotal::activity))
                .map(SourceTotal::emission)
                .reduce(Quantity::plus)
                .orElse(null);
    }
}
