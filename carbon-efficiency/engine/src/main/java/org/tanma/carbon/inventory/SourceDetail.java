// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a source beside its readings; whatever is null is not known, and told as such.
 *
 * @param site the works it stands in, in the enterprise's words; 1 to 256 characters
 * @param process the process it belongs to, as long
 * @param device the device, for instance its handle, as long
 * @param uncertaintyPercent of its amounts: half the 95 % confidence interval in per cent of the mean, 0 to 1000
 * @param dataQuality a code of {@link DataQuality}
 */
public record SourceDetail(
        @Nullable String site,
        @Nullable String process,
        @Nullable String device,
        @Nullable BigDecimal uncertaintyPercent,
        @Nullable String dataQuality) {
    /** Nothing is known. */
    public static final SourceDetail UNKNOWN = new SourceDetail(null, null, null, null, null);

    private static final int MAX_NAME = 256;
    private static final int MAX_DIGITS = 20;
    private static final BigDecimal MAX_PERCENT = BigDecimal.valueOf(1000);

    public SourceDetail {
        requireName("site", site);
        requireName("process", process);
        requireName("device", device);
        requirePercent(uncertaintyPercent);
        if (dataQuality != null && DataQuality.fromCode(dataQuality).isEmpty()) {
            throw new IllegalArgumentException(
                    "the data quality '" + dataQuality + "' is not one of " + DataQuality.codes());
        }
    }

    static void requirePercent(@Nullable BigDecimal uncertaintyPercent) {
        if (uncertaintyPercent != null
                && (uncertaintyPercent.signum() < 0
                        || uncertaintyPercent.compareTo(MAX_PERCENT) > 0
                        || uncertaintyPercent.precision() > MAX_DIGITS
                        || Math.abs(uncertaintyPercent.scale()) > MAX_DIGITS)) {
            throw new IllegalArgumentException("an uncertainty is 0 to " + MAX_PERCENT + " per cent in at most "
                    + MAX_DIGITS + " digits, such as 2.5");
        }
    }

    private static void requireName(String what, @Nullable String name) {
        if (name != null
                && (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException(
                    "a " + what + " is named in 1 to " + MAX_NAME + " characters without line breaks");
        }
    }
}
