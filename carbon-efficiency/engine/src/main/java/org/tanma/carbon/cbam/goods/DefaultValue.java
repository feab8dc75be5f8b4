// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam.goods;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.Factor;

/**
 * A default value of specific embedded emissions, as published, without mark-up.
 *
 * @param cn the beginning of the CN code it stands for
 * @param variant which of several goods of one code, for example {@code grey-clinker}; empty where there is one only
 * @param country where the goods come from, for example {@code CN}
 * @param direct tCO2e/t
 * @param indirect tCO2e/t; null where the good counts its direct emissions only
 * @param total tCO2e/t as printed; may differ from the sum by rounding
 * @param route production route whose benchmark goes with it, for example {@code (C)}; empty where there is none
 */
public record DefaultValue(
        String cn,
        String variant,
        String country,
        Factor direct,
        @Nullable Factor indirect,
        Factor total,
        String route) {}
