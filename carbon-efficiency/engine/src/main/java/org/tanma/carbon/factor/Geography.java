// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;

/**
 * A place that factors may hold for.
 *
 * @param id {@code WORLD}, {@code CN}, {@code CN-GRID-EAST}, {@code CN-33}
 * @param kind what sort of place
 * @param parent the next wider place, null for the world
 * @param name its name
 */
public record Geography(String id, Kind kind, @Nullable String parent, LocalText name) {
    /** Sorts of place, widest first. */
    public enum Kind {
        WORLD,
        COUNTRY,
        GRID_REGION,
        PROVINCE
    }
}
