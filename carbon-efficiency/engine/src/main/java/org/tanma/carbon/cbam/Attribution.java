// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Where the emissions of a source belong.
 *
 * <p>Shape: shares by process or heat unit, which sum to 1, {@link #OTHER} standing for what makes no goods of CBAM; or a list
 * of processes among which they are divided by amount produced; or neither, where the installation has one process and no
 * heat unit. Source: Implementing Regulation (EU) 2025/2547, Annex III, A.
 *
 * @param shares share by id
 * @param byProduction ids of processes
 */
public record Attribution(Map<String, BigDecimal> shares, List<String> byProduction) {
    /** Stands for processes that make no goods of CBAM. */
    public static final String OTHER = "other";

    public Attribution {
        shares = Map.copyOf(shares);
        byProduction = List.copyOf(byProduction);
        if (!shares.isEmpty() && !byProduction.isEmpty()) {
            throw new IllegalArgumentException("either shares or byProduction, not both");
        }
    }

    /** Not said. */
    public static Attribution unsaid() {
        return new Attribution(Map.of(), List.of());
    }

    boolean isUnsaid() {
        return shares.isEmpty() && byProduction.isEmpty();
    }
}
