// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.portrait.PortraitMeasure;
import org.tanma.carbon.text.LocalText;

/**
 * A measure's figure, or why there is none.
 *
 * @param amount in the measure's unit; null when it cannot be said
 * @param whyNot null when there is an amount
 */
record Figure(
        PortraitMeasure measure,
        @Nullable BigDecimal amount,
        @Nullable LocalText whyNot) {
    static Figure of(PortraitMeasure measure, BigDecimal amount) {
        return new Figure(measure, amount.stripTrailingZeros(), null);
    }

    static Figure none(PortraitMeasure measure, String zh, String en) {
        return new Figure(measure, null, new LocalText(zh, en));
    }
}
