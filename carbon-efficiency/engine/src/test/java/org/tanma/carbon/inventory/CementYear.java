// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Quantity;

/** A whole year of a small cement line in round figures, for tests to spoil. */
public final class CementYear {
    public static final EngineCatalog CATALOG = EngineCatalog.readShipped();
    public static final int YEAR = 2025;

    private CementYear() {}

    public static Quantity quantity(String amount, String unit) {
        return Quantity.of(amount, CATALOG.units().get(unit));
    }

    public static List<ActivityEntry> months(String source, String activity, String amount, String unit) {
        List<ActivityEntry> entries = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            entries.add(
                    ActivityEntry.of(source, activity, YearMonth.of(YEAR, month).toString(), quantity(amount, unit)));
        }
        return entries;
    }

    public static SharedParameter shared(String scope, Parameter parameter, String amount, String unit) {
        return new SharedParameter(scope, parameter, new MeasuredValue(quantity(amount, unit), "laboratory"));
    }

    public static List<ActivityEntry> entries() {
        List<ActivityEntry> entries = new ArrayList<>();
        entries.addAll(months("kiln", "fuel/bituminous-coal", "10000", "t"));
        entries.addAll(months("kiln", "clinker", "100000", "t"));
        entries.addAll(months("kiln", "kiln-head-dust", "100", "t"));
        entries.addAll(months("kiln", "kiln-feed", "150000", "t"));
        entries.addAll(months("grid", "electricity", "8000", "MWh"));
        return entries;
    }

    public static List<SharedParameter> parameters() {
        return List.of(
                shared("clinker", Parameter.CAO_CONTENT, "65", "%"),
                shared("clinker", Parameter.CAO_NOT_CARBONATE, "1", "%"),
                shared("clinker", Parameter.MGO_CONTENT, "2", "%"),
                shared("clinker", Parameter.MGO_NOT_CARBONATE, "0.1", "%"),
                shared("kiln-feed", Parameter.NON_FUEL_CARBON, "0.002", "tC/t"));
    }

    public static InventoryBasis basis() {
        return new InventoryBasis(EditionRef.parse("cement-ndrc/2013"), null, EditionRef.parse("gwp/ar5"), "330500");
    }

    public static InventoryRequest request() {
        return new InventoryRequest(
                "test",
                YEAR,
                basis(),
                entries(),
                parameters(),
                Set.of("alternative-fuel", "bypass-dust", "heat"),
                quantity("1200000", "t"));
    }

    /** One reading given its own measured value. */
    public static ActivityEntry measured(ActivityEntry entry, Parameter parameter, String amount, String unit) {
        return entry.withMeasured(Map.of(parameter, new MeasuredValue(quantity(amount, unit), "laboratory")));
    }

    public static Inventory inventory(InventoryRequest request) {
        InventoryOutcome outcome = CATALOG.inventoryEngine().compute(request);
        if (outcome instanceof Inventory inventory) {
            return inventory;
        }
        throw new AssertionError(outcome.toString());
    }

    public static List<Missing> missing(InventoryRequest request) {
        InventoryOutcome outcome = CATALOG.inventoryEngine().compute(request);
        if (outcome instanceof Incomplete incomplete) {
            return incomplete.missing();
        }
        throw new AssertionError("complete although it should not be");
    }
}
