// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Quantity;

/**
 * One reading: how much of something a source used, made or bought in a period.
 *
 * @param source the enterprise's own name for the source, for example {@code KILN-1}; 1 to 256 characters
 * @param activity what was measured
 * @param period the months it covers
 * @param amount how much; an explicit 0 says that the source did not run
 * @param measured parameters measured for this very reading
 * @param meter meter reference, or null
 * @param evidenceDigest digest of the bill or log behind it, or null
 */
public record ActivityEntry(
        String source,
        ActivityId activity,
        ActivityPeriod period,
        Quantity amount,
        Map<Parameter, MeasuredValue> measured,
        @Nullable String meter,
        @Nullable String evidenceDigest) {
    private static final int MAX_SOURCE = 256;

    public ActivityEntry {
        if (source.isBlank() || source.length() > MAX_SOURCE || hasControls(source)) {
            throw new IllegalArgumentException(
                    "a reading names its source in 1 to " + MAX_SOURCE + " characters without line breaks");
        }
        MeasuredValue.requireShort(amount);
        measured = Map.copyOf(measured);
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** A reading without measured parameters, meter or evidence. */
    public static ActivityEntry of(String source, String activity, String period, Quantity amount) {
        return new ActivityEntry(
                source, ActivityId.parse(activity), ActivityPeriod.parse(period), amount, Map.of(), null, null);
    }

    /** The same reading with its measured parameters replaced. */
    public ActivityEntry withMeasured(Map<Parameter, MeasuredValue> parameters) {
        return new ActivityEntry(source, activity, period, amount, parameters, meter, evidenceDigest);
    }

    /** The same reading with another amount. */
    public ActivityEntry withAmount(Quantity other) {
        return new ActivityEntry(source, activity, period, other, measured, meter, evidenceDigest);
    }
}
