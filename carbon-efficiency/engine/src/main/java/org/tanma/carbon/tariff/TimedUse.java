// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.tariff;

import java.time.Instant;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * Electricity used in a span of time.
 *
 * @param from its beginning
 * @param to its end, later than {@code from}
 * @param energy 0 or more
 */
public record TimedUse(Instant from, Instant to, Quantity energy) {
    public TimedUse {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a span ends after it begins: " + from + " to " + to);
        }
        if (!energy.dimension().equals(Dimension.ENERGY) || energy.signum() < 0) {
            throw new IllegalArgumentException("use of electricity is energy of 0 or more: " + energy);
        }
    }
}
