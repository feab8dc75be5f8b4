// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.certificate.ImportCase;
import org.tanma.carbon.factor.EditionRef;

/**
 * All that the embedded emissions of an installation's goods are computed from. Order has no influence on the result.
 *
 * @param installation its name, as opaque text
 * @param country where it stands, for example {@code CN}
 * @param from first day of the reporting period
 * @param to last day of the reporting period
 * @param method method edition, for example {@code cbam-2025-2547/2025}
 * @param fuelSet edition of fuel parameters; null for the method's own
 * @param sources what emits: source streams, measured sources, anode effects
 * @param heatUnits boilers and cogeneration that serve several processes
 * @param processes production processes, one per good
 * @param purchased precursors made elsewhere
 * @param imports imports to count certificates for
 */
public record CbamRequest(
        String installation,
        String country,
        LocalDate from,
        LocalDate to,
        EditionRef method,
        @Nullable EditionRef fuelSet,
        List<EmissionSource> sources,
        List<HeatUnit> heatUnits,
        List<ProductionProcess> processes,
        List<PurchasedPrecursor> purchased,
        List<ImportCase> imports) {
    public CbamRequest {
        sources = List.copyOf(sources);
        heatUnits = List.copyOf(heatUnits);
        processes = List.copyOf(processes);
        purchased = List.copyOf(purchased);
        imports = List.copyOf(imports);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period ends on " + to + ", before it begins on " + from);
        }
    }

    /** The period as a trace names it. */
    public String period() {
        return from + ".." + to;
    }
}
