// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.util.Comparator;
import java.util.List;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * The enterprises that an industry average is formed from.
 *
 * <p>The average is weighted: all emissions ÷ all value added, not the mean of intensities. Rows with a negative value
 * added count as they are; leaving them out would flatter the average.
 *
 * @param industry GB/T 4754 code they share
 * @param year the year of the figures
 * @param source where the figures come from; not blank
 * @param rows one per enterprise, each subject once
 */
public record PeerSet(String industry, int year, String source, List<PeerRow> rows) {
    public PeerSet {
        rows = rows.stream().sorted(Comparator.comparing(PeerRow::subject)).toList();
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
     * @param emission net CO2 by the numerator of the scheme; tCO2, 0 or more
     * @param valueAdded value added by the income method, money
     */
    public record PeerRow(String subject, Quantity emission, Quantity valueAdded) {
        public PeerRow {
            if (!emission.dimension().equals(Dimension.CO2) || emission.signum() < 0) {
                throw new IllegalArgumentException(
                        "emission of peer " + subject + " must be CO2 of 0 or more: " + emission);
            }
            if (!valueAdded.dimension().equals(Dimension.MONEY)) {
                throw new IllegalArgumentException("value added of peer " + subject + " must be money: " + valueAdded);
            }
        }
    }

    Quantity totalEmission() {
        return rows.stream().map(PeerRow::emission).reduce(Quantity.zero(Dimension.CO2), Quantity::plus);
    }

    Quantity totalValueAdded() {
        return rows.stream().map(PeerRow::valueAdded).reduce(Quantity.zero(Dimension.MONEY), Quantity::plus);
    }
}
