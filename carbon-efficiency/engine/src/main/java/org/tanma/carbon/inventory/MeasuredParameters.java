// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Parameter;

/**
 * Finds the value that the enterprise gave for a parameter of a reading: the closest to the reading wins.
 *
 * <p>Looks through the request once per scope and lending term, however many readings ask. For one thread.
 */
final class MeasuredParameters {
    private final InventoryRequest request;
    private final AccountingMethod method;
    private final Map<Shared, List<Given>> shared = new HashMap<>();
    private final Map<String, Map<ActivityPeriod, ActivityEntry>> lenders = new HashMap<>();
    private @Nullable ActivityEntry lastNamed;
    private @Nullable String lastName;

    MeasuredParameters(InventoryRequest request, AccountingMethod method) {
        this.request = request;
        this.method = method;
        for (SharedParameter each : request.parameters()) {
            shared.computeIfAbsent(new Shared(each.scope(), each.parameter()), key -> new ArrayList<>())
                    .add(new Given(each.scope(), each.measured()));
        }
    }

    /** A value with what it was given for. */
    record Given(String scope, MeasuredValue measured) {}

    private record Shared(String scope, Parameter parameter) {}

    /** Whether the request might hold a value for some parameter of this reading. */
    boolean mayHave(ActivityEntry entry, MethodTerm term) {
        return !shared.isEmpty() || !entry.measured().isEmpty() || term.compositionFrom() != null;
    }

    /** All values on the closest level that has one; more than one means that the level contradicts itself. */
    List<Given> find(ActivityEntry entry, Parameter parameter) {
        List<Given> own = findOwn(entry, parameter);
        return own.isEmpty()
                ? lender(entry).map(lender -> findOwn(lender, parameter)).orElse(List.of())
                : own;
    }

    private List<Given> findOwn(ActivityEntry entry, Parameter parameter) {
        MeasuredValue direct = entry.measured().get(parameter);
        if (direct != null) {
            return List.of(new Given(name(entry), direct));
        }
        if (shared.isEmpty()) {
            return List.of();
        }
        List<Given> found = shared(entry.source(), parameter);
        if (found.isEmpty()) {
            found = shared(entry.activity().toString(), parameter);
        }
        return found.isEmpty() ? shared(entry.activity().term(), parameter) : found;
    }

    /** A reading's parameters are asked for one after the other, so its name is formed once for all of them. */
    private String name(ActivityEntry entry) {
        String name = lastName;
        if (name == null || entry != lastNamed) {
            name = entry.source() + "/" + entry.activity() + "/" + entry.period();
            lastNamed = entry;
            lastName = name;
        }
        return name;
    }

    private List<Given> shared(String scope, Parameter parameter) {
        return shared.getOrDefault(new Shared(scope, parameter), List.of());
    }

    /** The reading of the same period in the term whose composition this one shares, if that term has one source only. */
    private Optional<ActivityEntry> lender(ActivityEntry entry) {
        @Nullable
        String lendingTerm = method.findTerm(entry.activity().term())
                .map(MethodTerm::compositionFrom)
                .orElse(null);
        return lendingTerm == null
                ? Optional.empty()
                : Optional.ofNullable(
                        lenders.computeIfAbsent(lendingTerm, this::byPeriod).get(entry.period()));
    }

    private Map<ActivityPeriod, ActivityEntry> byPeriod(String term) {
        Map<ActivityPeriod, ActivityEntry> first = new HashMap<>();
        Set<String> sources = new HashSet<>();
        for (ActivityEntry entry : request.entries()) {
            if (entry.activity().term().equals(term)) {
                sources.add(entry.source());
                first.putIfAbsent(entry.period(), entry);
            }
        }
        return sources.size() == 1 ? first : Map.of();
    }
}
