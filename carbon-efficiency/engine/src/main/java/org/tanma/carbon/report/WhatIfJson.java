// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.inventory.ActivityPeriod;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.whatif.Change;
import org.tanma.carbon.whatif.WhatIf;

/** The JSON of a what-if: the changes, both inventories' sums, the difference, and both grades where there are. */
final class WhatIfJson {
    private WhatIfJson() {}

    static SortedMap<String, Object> whatIf(
            WhatIf whatIf, @Nullable GradeOutcome gradeBefore, @Nullable GradeOutcome gradeAfter) {
        SortedMap<String, Object> json = object();
        @Nullable Quantity bought = whatIf.boughtGreenPower();
        json.put("kind", "what-if");
        json.put("changes", whatIf.changes().stream().map(WhatIfJson::change).toList());
        json.put("inventoryDigest", ResultDocument.of(whatIf.before()).digest());
        json.put("before", InventoryJson.totals(whatIf.before().totals()));
        json.put("after", InventoryJson.totals(whatIf.after().totals()));
        json.put("comparison", ComparisonJson.comparison(whatIf.comparison()));
        putIfKnown(json, "boughtGreenPower", bought == null ? null : figure(bought));
        putIfKnown(json, "gradeBefore", gradeBefore == null ? null : GradeJson.outcome(gradeBefore));
        putIfKnown(json, "gradeAfter", gradeAfter == null ? null : GradeJson.outcome(gradeAfter));
        json.put("notices", whatIf.notices().stream().map(CanonicalJson::text).toList());
        return json;
    }

    private static SortedMap<String, Object> change(Change change) {
        SortedMap<String, Object> json = object();
        if (change instanceof Change.ReplaceFuel fuel) {
            json.put("replaceFuel", replaceFuel(fuel));
        } else if (change instanceof Change.OtherFactor factor) {
            SortedMap<String, Object> inner = figure(factor.assumption().value());
            inner.put("scope", factor.assumption().scope());
            inner.put("parameter", factor.assumption().parameter().code());
            json.put("factor", inner);
        } else if (change instanceof Change.GreenPower green) {
            SortedMap<String, Object> inner = object();
            inner.put("share", plain(green.share()));
            inner.put("from", green.isOwn() ? "own" : "bought");
            json.put("greenPower", inner);
        } else if (change instanceof Change.OtherAmount amount) {
            json.put("amount", amount(amount));
        }
        return json;
    }

    private static SortedMap<String, Object> replaceFuel(Change.ReplaceFuel fuel) {
        SortedMap<String, Object> json = object();
        json.put("source", fuel.source());
        json.put("from", fuel.from().toString());
        json.put("to", fuel.to().toString());
        json.put("share", plain(fuel.share()));
        return json;
    }

    private static SortedMap<String, Object> amount(Change.OtherAmount amount) {
        SortedMap<String, Object> json = object();
        @Nullable ActivityPeriod period = amount.period();
        @Nullable BigDecimal times = amount.times();
        @Nullable Quantity to = amount.to();
        json.put("source", amount.source());
        json.put("activity", amount.activity().toString());
        putIfKnown(json, "period", period == null ? null : period.toString());
        putIfKnown(json, "times", times == null ? null : plain(times));
        putIfKnown(json, "to", to == null ? null : figure(to));
        return json;
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
