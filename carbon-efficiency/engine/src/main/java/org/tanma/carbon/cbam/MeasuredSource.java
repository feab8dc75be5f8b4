// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * An emission source, or a pipe that CO2 leaves by, under continuous measurement.
 *
 * <p>Shape: concentration × hours × flow; of CO2, the fossil share. Source: Implementing Regulation (EU) 2025/2547, Annex II,
 * B.6.2.1 (Equations 16, 18) and B.8.
 *
 * @param source the installation's name for it
 * @param gas what is measured
 * @param concentration mean of the hourly values, mass per Nm3
 * @param hours operating hours
 * @param flow mean flue gas flow, Nm3 per hour
 * @param biomassFraction share of the CO2 from biomass that meets the criteria
 * @param storedFraction share of the CO2 transferred out that is proven to be stored or bound; null where it is emitted here
 * @param evidence the document behind it
 * @param attribution where its emissions belong
 */
public record MeasuredSource(
        String source,
        MeasuredGas gas,
        Quantity concentration,
        Quantity hours,
        Quantity flow,
        Quantity biomassFraction,
        @Nullable Quantity storedFraction,
        String evidence,
        Attribution attribution)
        implements EmissionSource {
    /** Gases under continuous measurement. */
    public enum MeasuredGas {
        CO2,
        N2O
    }
}
