// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quality;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.ActivityId;

/**
 * How good the data of one source are, in points of 100.
 *
 * @param weight its part of the emissions, amounts without sign, of 1
 * @param amounts how its amounts came to be known
 * @param evidence what lies behind its readings
 * @param parameters how well its parameters are established; null where it needs none
 * @param timeliness how old its factors are; null where it uses none
 * @param score the mean of the parts that apply
 */
public record SourceScore(
        String source,
        ActivityId activity,
        BigDecimal weight,
        BigDecimal amounts,
        BigDecimal evidence,
        @Nullable BigDecimal parameters,
        @Nullable BigDecimal timeliness,
        BigDecimal score) {}
