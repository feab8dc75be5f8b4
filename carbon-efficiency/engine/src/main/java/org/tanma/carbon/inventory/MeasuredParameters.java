// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Parameter;

/** Finds the value that the enterprise gave for a parameter of a reading: the closest to the reading wins. */
final class MeasuredParameters {
    private final InventoryRequest request;
    private final AccountingMethod method;

    MeasuredParameters(InventoryRequest request, AccountingMethod method) {
        this.request = request;
        this.method = method;
    }

    /** A value with what it was given for. */
    record Given(String scope, MeasuredValue measured) {}

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
            return List.of(new Given(entry.source() + "/" + entry.activity() + "/" + entry.period(), direct));
        }
        return Stream.of(
                        entry.source(),
                        entry.activity().toString(),
                        entry.activity().term())
                .map(scope -> shared(scope, parameter))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Given> shared(String scope, Parameter parameter) {
        return request.parameters().stream()
                .filter(shared -> shared.scope().equals(scope) && shared.parameter() == parameter)
                .map(shared -> new Given(scope, shared.measured()))
                .toList();
    }

    /** The reading of the same period in the term whose composition this one shares, if that term has one source only. */
    private Optional<ActivityEntry> lender(ActivityEntry entry) {
        String lendingTerm = method.findTerm(entry.activity().term())
                .map(MethodTerm::compositionFrom)
                .orElse(null);
        List<ActivityEntry> lending = request.entries().stream()
                .filter(other -> other.activity().term().equals(lendingTerm))
                .toList();
        return lending.stream().map(ActivityEntry::source).distinct().count() == 1
                ? lending.stream()
                        .filter(other -> other.period().equals(entry.period()))
                        .findFirst()
                : Optional.empty();
    }
}
