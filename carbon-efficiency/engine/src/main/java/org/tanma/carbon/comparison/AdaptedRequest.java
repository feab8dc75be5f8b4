// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.ActivityId;
import org.tanma.carbon.inventory.InventoryBasis;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.SharedParameter;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.Parameter;

/** Keeps of a request what one method has a term for, and remembers the rest. */
final class AdaptedRequest {
    private final AccountingMethod method;

    AdaptedRequest(AccountingMethod method) {
        this.method = method;
    }

    /** A request that the method can compute, if it is whole, with what was renamed and left out. */
    record Adapted(InventoryRequest request, List<String> readAs, List<String> leftOut) {}

    /** The method's own choices where the request was made for another: its GWP set if it has one, and one of its fuel sets. */
    InventoryBasis basis(InventoryBasis asked, @Nullable EditionRef usedGwp, @Nullable EditionRef fuelSet) {
        return new InventoryBasis(
                method.ref(),
                fuelSet,
                method.gwpSet() == null ? usedGwp : method.gwpSet(),
                asked.geography(),
                asked.valueChain());
    }

    Adapted adapt(InventoryRequest request, InventoryBasis basis) {
        Set<String> readAs = new TreeSet<>();
        Set<String> leftOut = new TreeSet<>();
        List<ActivityEntry> entries = new ArrayList<>();
        for (ActivityEntry entry : request.entries()) {
            @Nullable String other = alias(entry, request);
            ActivityEntry named = other == null ? entry : renamed(entry, other);
            if (other != null) {
                readAs.add(entry.activity() + " → " + other);
            }
            if (method.findTerm(named.activity().term()).isEmpty()) {
                leftOut.add("entries/" + entry.source() + "/" + entry.activity());
            } else {
                entries.add(withUsable(named, leftOut));
            }
        }
        List<SharedParameter> parameters = request.parameters().stream()
                .filter(shared -> isUsed(shared, entries, leftOut))
                .toList();
        Set<String> absent = request.absentTerms().stream()
                .filter(term -> method.findTerm(term).isPresent())
                .collect(Collectors.toSet());
        InventoryRequest adapted = new InventoryRequest(
                request.subject(),
                request.year(),
                basis,
                entries,
                parameters,
                absent,
                request.activityLevel(),
                request.details());
        return new Adapted(adapted, List.copyOf(readAs), List.copyOf(leftOut));
    }

    /** The name the method reads an activity under that it has no term for, unless that is reported as well. */
    private @Nullable String alias(ActivityEntry entry, InventoryRequest request) {
        String term = entry.activity().term();
        @Nullable
        String other =
                method.findTerm(term).isPresent() ? null : method.readAs().get(term);
        return other == null
                        || request.entries().stream()
                                .anyMatch(each -> each.activity()
                                        .term()
                                        .equals(ActivityId.parse(other).term()))
                ? null
                : other;
    }

    private static ActivityEntry renamed(ActivityEntry entry, String activity) {
        return new ActivityEntry(
                entry.source(),
                ActivityId.parse(activity),
                entry.period(),
                entry.amount(),
                entry.measured(),
                entry.meter(),
                entry.evidenceDigest());
    }

    private ActivityEntry withUsable(ActivityEntry entry, Set<String> leftOut) {
        Map<Parameter, MeasuredValue> usable = new HashMap<>();
        entry.measured().forEach((parameter, value) -> {
            if (isMeasurable(entry.activity().term(), parameter)) {
                usable.put(parameter, value);
            } else {
                leftOut.add("entries/" + entry.source() + "/" + entry.activity() + "/" + parameter.code());
            }
        });
        return entry.withMeasured(usable);
    }

    private boolean isUsed(SharedParameter shared, List<ActivityEntry> entries, Set<String> leftOut) {
        boolean isUsed = entries.stream()
                .anyMatch(entry -> (shared.scope().equals(entry.source())
                                || shared.scope().equals(entry.activity().toString())
                                || shared.scope().equals(entry.activity().term()))
                        && isMeasurable(entry.activity().term(), shared.parameter()));
        if (!isUsed) {
            leftOut.add(
                    "parameters/" + shared.scope() + "/" + shared.parameter().code());
        }
        return isUsed;
    }

    private boolean isMeasurable(String term, Parameter parameter) {
        return method.findTerm(term)
                .flatMap(found -> found.findRule(parameter))
                .filter(rule -> rule.isMeasurable())
                .isPresent();
    }
}
