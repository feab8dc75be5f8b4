// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.FactorQuery;
import org.tanma.carbon.factor.Geography;
import org.tanma.carbon.factor.GeographyCatalog;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.ReadingModel;
import org.tanma.carbon.inventory.SourceDetail;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.text.LocalText;

/** Finds how uncertain each figure of a reading is: as stated, else by the table of defaults. */
final class UncertainInputs {
    private static final String UNKNOWN = "unknown";
    private static final String ANY = "any.";
    private static final String ANY_MEASURED = "any.measured";
    private static final String ANY_DEFAULT = "any.default";

    private final InventoryRequest request;
    private final FactorCatalog factors;
    private final List<Geography> places;
    private final EditionRef table;

    UncertainInputs(InventoryRequest request, FactorCatalog factors, GeographyCatalog geographies, EditionRef table) {
        this.request = request;
        this.factors = factors;
        this.places = geographies.all();
        this.table = table;
    }

    /** The amount: the error of a source's meter is the same in every month. */
    UncertainInput ofAmount(ReadingModel model) {
        ActivityEntry entry = model.entry();
        SourceDetail detail = request.detail(entry.source());
        String name = entry.source() + " " + entry.activity();
        String id = "amount " + name;
        LocalText label = new LocalText(name + " 活动数据", "amounts of " + name);
        @Nullable BigDecimal stated = detail.uncertaintyPercent();
        if (stated != null) {
            return new UncertainInput(id, label, stated, UncertainInput.Basis.STATED, null);
        }
        @Nullable String quality = detail.dataQuality();
        return byDefault(id, label, (quality == null ? UNKNOWN : quality) + ".amount");
    }

    /** A parameter. */
    UncertainInput of(ReadingModel model, TraceInput input) {
        Origin origin = input.origin();
        if (origin instanceof Origin.Measured measured) {
            String id = "measured " + measured.scope() + " " + input.symbol();
            LocalText label = named(measured.scope(), input);
            @Nullable BigDecimal stated = measured.uncertaintyPercent();
            return stated == null
                    ? byDefault(id, label, ANY_MEASURED)
                    : new UncertainInput(id, label, stated, UncertainInput.Basis.STATED, null);
        }
        if (origin instanceof Origin.FromFactor from) {
            Factor factor = from.match().factor();
            String activity = factor.activity();
            return byDefault(
                    "factor " + factor.edition() + " " + factor.id(),
                    named(model.entry().activity().toString(), input),
                    Stream.of(activity, ANY + activity.substring(activity.lastIndexOf('.') + 1))
                            .filter(row -> find(row) != null)
                            .findFirst()
                            .orElse(ANY_DEFAULT));
        }
        return new UncertainInput(
                "exact " + input.symbol(), input.label(), BigDecimal.ZERO, UncertainInput.Basis.EXACT, null);
    }

    private static LocalText named(String what, TraceInput input) {
        return new LocalText(what + " " + input.label().zh(), input.label().en() + " of " + what);
    }

    private UncertainInput byDefault(String id, LocalText label, String activity) {
        Factor row = find(activity);
        if (row == null) {
            throw new IllegalStateException("the table " + table + " has no row " + activity);
        }
        BigDecimal percent = row.value().coherentAmount().movePointRight(2).stripTrailingZeros();
        return new UncertainInput(id, label, percent, UncertainInput.Basis.DEFAULT, row);
    }

    private @Nullable Factor find(String activity) {
        return factors.find(new FactorQuery(
                        table.name(), table.edition(), activity, places, LocalDate.of(request.year(), 12, 31), 0))
                .map(FactorMatch::factor)
                .orElse(null);
    }
}
