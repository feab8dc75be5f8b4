// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Parameter;

/** One year of readings by any method, in one reading each; terms not reported are declared absent. */
final class SectorYear {
    private final String method;
    private final List<ActivityEntry> entries = new ArrayList<>();
    private int year = 2023;
    private @Nullable String gwpSet;

    SectorYear(String method) {
        this.method = method;
    }

    SectorYear in(int other) {
        year = other;
        return this;
    }

    SectorYear with(String gwp) {
        gwpSet = gwp;
        return this;
    }

    /** Measured parameters as {@code code, amount, unit} one after the other. */
    SectorYear add(String source, String activity, String amount, String unit, String... measured) {
        Map<Parameter, MeasuredValue> values = new LinkedHashMap<>();
        for (int i = 0; i < measured.length; i += 3) {
            values.put(
                    Parameter.fromCode(measured[i]).orElseThrow(),
                    new MeasuredValue(CementYear.quantity(measured[i + 1], measured[i + 2]), "laboratory"));
        }
        entries.add(ActivityEntry.of(source, activity, Integer.toString(year), CementYear.quantity(amount, unit))
                .withMeasured(values));
        return this;
    }

    InventoryRequest request() {
        Set<String> reported =
                entries.stream().map(entry -> entry.activity().term()).collect(Collectors.toSet());
        AccountingMethod found =
                CementYear.CATALOG.methods().find(EditionRef.parse(method)).orElseThrow();
        Set<String> absent = found.terms().stream()
                .filter(MethodTerm::isRequired)
                .map(MethodTerm::id)
                .filter(id -> !reported.contains(id))
                .collect(Collectors.toSet());
        @Nullable String gwp = gwpSet;
        return new InventoryRequest(
                "test",
                year,
                new InventoryBasis(EditionRef.parse(method), null, gwp == null ? null : EditionRef.parse(gwp), "CN"),
                entries,
                List.of(),
                absent,
                null);
    }

    Inventory inventory() {
        return CementYear.inventory(request());
    }

    List<Missing> missing() {
        return CementYear.missing(request());
    }

    String total() {
        return inventory().totals().total().amountText();
    }
}
