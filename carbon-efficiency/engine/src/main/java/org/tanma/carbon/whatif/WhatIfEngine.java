// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Comparison;
import org.tanma.carbon.analysis.EmissionLine;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryEngine;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.inventory.ReadingModel;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/**
 * Computes what would be if something were otherwise.
 *
 * <p>Contract: a pure function of request and changes; changes are applied in their order; thread-safe. Errors: what cannot
 * be computed is listed in {@link Impossible}, all of it at once.
 */
public final class WhatIfEngine {
    /** Most changes at once. */
    public static final int MAX_CHANGES = 50;

    private final InventoryEngine engine;
    private final FactorCatalog factors;

    public WhatIfEngine(InventoryEngine engine, FactorCatalog factors) {
        this.engine = engine;
        this.factors = factors;
    }

    /** A request's inventory as it is and as it would be. */
    public WhatIfOutcome compute(InventoryRequest request, List<Change> changes) {
        if (changes.isEmpty() || changes.size() > MAX_CHANGES) {
            return new Impossible(List.of(new Missing(
                    Missing.Reason.FORMAT,
                    "changes",
                    new LocalText("改动数量不符", "too few or too many changes"),
                    Integer.toString(changes.size()),
                    "1.." + MAX_CHANGES,
                    new LocalText("给出 1 至 " + MAX_CHANGES + " 项改动", "give 1 to " + MAX_CHANGES + " changes"))));
        }
        InventoryOutcome outcome = engine.compute(request);
        if (outcome instanceof Incomplete incomplete) {
            return new Impossible(incomplete.missing());
        }
        Inventory before = (Inventory) outcome;
        List<ReadingModel> models = engine.models(request, List.of());
        ChangedRequest changed = new ChangedRequest(before, models, factors);
        for (int i = 0; i < changes.size(); i++) {
            changed.apply(changes.get(i), i);
        }
        if (!changed.missing().isEmpty()) {
            return new Impossible(changed.missing());
        }
        InventoryOutcome otherwise = engine.compute(changed.request(), changed.assumptions());
        if (otherwise instanceof Incomplete incomplete) {
            return new Impossible(incomplete.missing());
        }
        Inventory after = (Inventory) otherwise;
        @Nullable Quantity bought = bought(engine.models(changed.request(), changed.assumptions()), changes);
        return new WhatIf(
                changes,
                before,
                after,
                Comparison.of(EmissionLine.of(before), EmissionLine.of(after)),
                bought,
                notices(bought));
    }

    private static @Nullable Quantity bought(List<ReadingModel> models, List<Change> changes) {
        List<BigDecimal> shares = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.GreenPower green && !green.isOwn()) {
                shares.add(green.share());
            }
        }
        if (shares.isEmpty()) {
            return null;
        }
        BigDecimal share = shares.stream().reduce(BigDecimal::add).orElseThrow().min(BigDecimal.ONE);
        return models.stream()
                .filter(model -> ChangedRequest.isElectricity(model.entry()))
                .map(model -> model.emission().amount().multiply(share, MathContext.DECIMAL128))
                .map(amount -> new Quantity(amount, Unit.coherent(Dimension.CO2E)))
                .reduce(Quantity::plus)
                .orElse(null);
    }

    private static List<LocalText> notices(@Nullable Quantity bought) {
        List<LocalText> notices = new ArrayList<>();
        notices.add(new LocalText("仅为推算，不改变任何记录", "an estimate only; no record is changed"));
        if (bought != null) {
            notices.add(new LocalText(
                    "外购绿电按平均电网因子计算时不降低排放量；基于市场的口径可不计的部分另列",
                    "green power that is bought lowers nothing by average grid factors; what a market-based figure would"
                            + " leave out is stated beside"));
        }
        return notices;
    }
}
