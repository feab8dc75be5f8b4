// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.CLOSING_STOCK;
import static org.tanma.carbon.method.Parameter.OPENING_STOCK;
import static org.tanma.carbon.method.Parameter.TRANSFERRED_OUT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/** What was used up between two stocktakings: opening stock + bought − closing stock − handed on. */
final class StockChange {
    private StockChange() {}

    /** The mass used up, t, 0 or more, with all parameters asked for. */
    record Used(ParameterSet parameters, Quantity mass) {}

    /** Empty if a figure is missing or the balance is below zero, which has then been noted. */
    static Optional<Used> used(Quantity bought, ParameterLookup lookup, List<Need> others) {
        List<Need> needs = new ArrayList<>(List.of(
                new Need(OPENING_STOCK, Dimension.MASS),
                new Need(CLOSING_STOCK, Dimension.MASS),
                new Need(TRANSFERRED_OUT, Dimension.MASS)));
        needs.addAll(others);
        return lookup.require(needs).flatMap(found -> {
            Quantity mass = found.get(OPENING_STOCK)
                    .plus(bought)
                    .minus(found.get(CLOSING_STOCK))
                    .minus(found.get(TRANSFERRED_OUT));
            if (!lookup.isTrial() && mass.signum() < 0) {
                lookup.refuse(
                        CLOSING_STOCK,
                        new LocalText("库存不平：期末和移出多于期初和购入", "more is left or handed on than there was"),
                        mass.toString(),
                        ">= 0",
                        new LocalText("核对期初、购入、期末和移出的数量与单位", "check the four amounts and their units"));
                return Optional.empty();
            }
            return Optional.of(new Used(found, mass));
        });
    }
}
