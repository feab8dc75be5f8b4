// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;

/** Writes quantities as text with their unit, unrounded. */
final class Amounts {
    private final UnitCatalog units;

    Amounts(UnitCatalog units) {
        this.units = units;
    }

    Amount of(Quantity quantity) {
        return new Amount(quantity.amountText(), quantity.unit().symbol());
    }

    Amount of(Quantity quantity, String unit) {
        return of(quantity.in(units.get(unit)));
    }
}
