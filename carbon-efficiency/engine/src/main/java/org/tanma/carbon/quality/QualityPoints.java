// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.DataQuality;
import org.tanma.carbon.inventory.SourceDetail;
import org.tanma.carbon.method.Origin;

/**
 * The points of each part of the data-quality score.
 *
 * <table>
 * <caption>Points of 100</caption>
 * <tr><td>amounts</td><td>metered 100, settled 80, calculated 50, estimated 20, not known 0</td></tr>
 * <tr><td>evidence of a reading</td><td>digest of a document 100, else a meter's reference 60, else 0</td></tr>
 * <tr><td>a parameter</td><td>measured with evidence 100; default: official 80, corroborated 60, unverified 30; what the
 * method fixes does not count</td></tr>
 * <tr><td>age of a factor</td><td>100, less 20 for every year it had ended before the year reported, never below 0</td></tr>
 * </table>
 */
final class QualityPoints {
    static final MathContext ROUNDED = new MathContext(6, RoundingMode.HALF_EVEN);

    private static final int ALL = 100;
    private static final int PER_YEAR = 20;
    private static final int METER = 60;

    private QualityPoints() {}

    static int ofAmounts(SourceDetail detail) {
        @Nullable String code = detail.dataQuality();
        Optional<DataQuality> quality = code == null ? Optional.empty() : DataQuality.fromCode(code);
        return quality.map(known -> switch (known) {
                    case METERED -> ALL;
                    case SETTLED -> 80;
                    case CALCULATED -> 50;
                    case ESTIMATED -> 20;
                })
                .orElse(0);
    }

    static int ofEvidence(ActivityEntry entry) {
        if (entry.evidenceDigest() != null) {
            return ALL;
        }
        return entry.meter() == null ? 0 : METER;
    }

    /** Empty for what does not count. */
    static Optional<Integer> ofParameter(Origin origin) {
        if (origin instanceof Origin.Measured) {
            return Optional.of(ALL);
        }
        return origin instanceof Origin.FromFactor from
                ? Optional.of(
                        switch (from.match().factor().quality()) {
                            case OFFICIAL -> 80;
                            case CORROBORATED -> 60;
                            case UNVERIFIED -> 30;
                        })
                : Optional.empty();
    }

    static Optional<Integer> ofAge(Origin origin) {
        return origin instanceof Origin.FromFactor from ? Optional.of(ofAge(from.match())) : Optional.empty();
    }

    private static int ofAge(FactorMatch match) {
        return Math.max(0, ALL - PER_YEAR * match.yearsEarlier());
    }

    /** The mean of points; null of none. */
    static @Nullable BigDecimal mean(List<Integer> points) {
        return points.isEmpty()
                ? null
                : BigDecimal.valueOf(points.stream().mapToInt(Integer::intValue).sum())
                        .divide(BigDecimal.valueOf(points.size()), ROUNDED)
                        .stripTrailingZeros();
    }
}
