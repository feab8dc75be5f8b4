// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.CLOSING_STOCK;
import static org.tanma.carbon.method.Parameter.OPENING_STOCK;
import static org.tanma.carbon.method.Parameter.TRANSFERRED_OUT;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * A refrigerant or SF6 that escaped, as what the books of stock lack.
 *
 * <p>Shape: {@code SB + AD − SE − OUT}: opening stock, bought, closing stock, charged into products or handed on. Units: all in
 * t; result t of the gas that the item names. Errors: a balance below zero is refused, for gas cannot come from nowhere.
 * Source: the formula of the guide for machinery as transcribed in the method file that names this kind.
 */
final class GasStockBalance implements Calculation {
    @Override
    public String formula() {
        return "SB + AD − SE − OUT";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(OPENING_STOCK, CLOSING_STOCK, TRANSFERRED_OUT);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return StockChange.used(activity, lookup, List.of())
                .flatMap(used ->
                        lookup.gas().map(gas -> Computed.ofGases(used.parameters(), new GasAmount(gas, used.mass()))));
    }
}
