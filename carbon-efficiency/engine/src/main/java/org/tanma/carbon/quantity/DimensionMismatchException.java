// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

/** Two quantities were added, compared or converted although they measure different things: a programming error. */
public final class DimensionMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    DimensionMismatchException(Unit left, Unit right) {
        super("%s (%s) and %s (%s) measure different things"
                .formatted(left.symbol(), left.dimension(), right.symbol(), right.dimension()));
    }
}
