// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tanma.carbon.quantity.Quantity;

/**
 * The part of a source that belongs to a process or heat unit.
 *
 * @param emission the source
 * @param weight its part of {@code whole}
 * @param whole what all parts sum to; not 0
 */
record AttributedShare(SourceEmission emission, BigDecimal weight, BigDecimal whole) {
    Quantity fossil() {
        return of(emission.fossil());
    }

    /** The part of a figure of the source; multiplied before it is divided, so that simple shares stay exact. */
    Quantity of(Quantity figure) {
        return new Quantity(
                figure.amount().multiply(weight, MathContext.DECIMAL128).divide(whole, MathContext.DECIMAL128),
                figure.unit());
    }
}
