// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.whatif;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.ActivityId;
import org.tanma.carbon.inventory.ActivityPeriod;
import org.tanma.carbon.inventory.Assumption;
import org.tanma.carbon.quantity.Quantity;

/** One thing that would be otherwise. */
public sealed interface Change {
    /**
     * Part of a fuel gives way to another that yields the same energy, by the net calorific values of both.
     *
     * @param source whose fuel
     * @param from the fuel now, for example {@code fuel/bituminous-coal}
     * @param to the fuel then
     * @param share part replaced, above 0 and at most 1
     */
    record ReplaceFuel(String source, ActivityId from, ActivityId to, BigDecimal share) implements Change {
        public ReplaceFuel {
            requireShare(share);
        }
    }

    /** A factor or parameter has another value. */
    record OtherFactor(Assumption assumption) implements Change {}

    /**
     * Part of the electricity purchased comes from renewable sources.
     *
     * @param share part of every month's electricity, above 0 and at most 1
     * @param isOwn true where the enterprise generates it, so that it purchases less; false where it is bought, which changes
     *     nothing in an inventory by average grid factors and is stated beside it
     */
    record GreenPower(BigDecimal share, boolean isOwn) implements Change {
        public GreenPower {
            requireShare(share);
        }
    }

    /**
     * A source uses or makes another amount.
     *
     * @param source the source
     * @param activity what it does
     * @param period the one reading meant, null for all of the year
     * @param times factor on the amounts, 0 to 1000; null where {@code to} is given
     * @param to the amount then, of the reading or of the year, spread as the amounts are now; null where {@code times} is
     */
    record OtherAmount(
            String source,
            ActivityId activity,
            @Nullable ActivityPeriod period,
            @Nullable BigDecimal times,
            @Nullable Quantity to)
            implements Change {
        private static final BigDecimal MOST = BigDecimal.valueOf(1000);

        public OtherAmount {
            if ((times == null) == (to == null)) {
                throw new IllegalArgumentException("an amount changes by 'times' or to 'to', one of the two");
            }
            if (times != null && (times.signum() < 0 || times.compareTo(MOST) > 0 || times.precision() > 50)) {
                throw new IllegalArgumentException("'times' is 0 to " + MOST + ", not " + times.toPlainString());
            }
        }
    }

    private static void requireShare(BigDecimal share) {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0 || share.precision() > 50) {
            throw new IllegalArgumentException("a share is above 0 and at most 1, not " + share.toPlainString());
        }
    }
}
