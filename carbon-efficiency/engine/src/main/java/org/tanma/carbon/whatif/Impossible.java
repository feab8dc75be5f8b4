// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.whatif;

import java.util.List;
import org.tanma.carbon.inventory.Missing;

/**
 * The changes cannot be computed.
 *
 * @param missing everything in the way, at least one
 */
public record Impossible(List<Missing> missing) implements WhatIfOutcome {
    public Impossible {
        missing = List.copyOf(missing);
    }
}
