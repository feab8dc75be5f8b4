// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * The enterprises that a reference is formed from.
 *
 * <p>An average is weighted: all emissions ÷ all value added, not the mean of intensities. Rows with a negative value
 * added count as they are; leaving them out would flatter the average.
 *
 * @param industry GB/T 4754 code they share
 * @param year the year of the figures
 * @param source where the figures come from; not blank
 * @param rows one per enterprise, each subject once
 * @param region code of GB/T 2260 that they share, as many digits as they do; null for the whole country
 * @param size the size class they share; null for any
 */
public record PeerSet(
        String industry,
        int year,
        String source,
        List<PeerRow> rows,
        @Nullable String region,
        @Nullable SizeClass size) {
    private static final Set<Dimension> DENOMINATORS =
            Set.of(Dimension.MONEY, Dimension.MASS, Dimension.ENERGY, Dimension.of(BaseKind.COUNT));

    /** Peers of the whole country and of any size. */
    public PeerSet(String industry, int year, String source, List<PeerRow> rows) {
        this(industry, year, source, rows, null, null);
    }

    public PeerSet {
        rows = PeerRows.of(rows);
        if (source.isBlank()) {
            throw new IllegalArgumentException("a peer set says where its figures come from");
        }
        if (rows.stream().map(PeerRow::subject).distinct().count() != rows.size()) {
            throw new IllegalArgumentException("an enterprise stands in the peer set twice");
        }
    }

    /**
     * One peer.
     *
     * @param subject opaque name
     * @param emission net emission by the numerator of the scheme; tCO2 or tCO2e, 0 or more
     * @param valueAdded value added by the income method, money; or what else the scheme divides by, output or energy
     */
    public record PeerRow(String subject, Quantity emission, Quantity valueAdded) {
        public PeerRow {
            boolean isEmission = emission.dimension().equals(Dimension.CO2)
                    || emission.dimension().equals(Dimension.CO2E);
            if (!isEmission || emission.signum() < 0) {
                throw new IllegalArgumentException(
                        "emission of peer " + subject + " must be CO2 of 0 or more: " + emission);
            }
            if (!DENOMINATORS.contains(valueAdded.dimension())) {
                throw new IllegalArgumentException(
                        "value added of peer " + subject + " must be money, output or energy: " + valueAdded);
            }
        }
    }

    /** Whether all rows measure emissions and denominators alike, in these dimensions. */
    boolean measures(Dimension emission, Dimension denominator) {
        return PeerRows.of(rows).measures(emission, denominator);
    }

    /** Sum of emissions in the coherent unit; all rows must measure them alike. */
    Quantity totalEmission() {
        return PeerRows.of(rows).totalEmission();
    }

    /** Sum of denominators in the coherent unit; all rows must measure them alike. */
    Quantity totalValueAdded() {
        return PeerRows.of(rows).totalValueAdded();
    }

    /** Intensities of the peers whose denominator is above zero, the best first. */
    List<Fraction> risingIntensities() {
        return PeerRows.of(rows).risingIntensities();
    }
}
