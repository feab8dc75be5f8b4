// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.peer;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * An industry's peers in one year, checked and about to be stored.
 *
 * @param industry two to four digits of GB/T 4754
 * @param source who says so: a publication, a survey
 * @param isDemonstration true when the figures are constructed
 * @param rows the peers, at least one, each name once
 * @param selection which enterprises of the industry they are, and how they are measured
 */
public record PeerSetDraft(
        String industry,
        int year,
        String source,
        boolean isDemonstration,
        List<PeerRow> rows,
        PeerSelection selection) {
    public PeerSetDraft {
        rows = List.copyOf(rows);
    }

    /** Peers of the whole country and any size, in tCO2 and 10 000 yuan. */
    public PeerSetDraft(String industry, int year, String source, boolean isDemonstration, List<PeerRow> rows) {
        this(industry, year, source, isDemonstration, rows, PeerSelection.USUAL);
    }

    /** Sum over the peers, tonnes of CO2. */
    public BigDecimal totalEmissionsTco2() {
        return sum(PeerRow::emissionsTco2);
    }

    /** Sum over the peers, 10 000 yuan. */
    public BigDecimal totalValueAddedCny10k() {
        return sum(PeerRow::valueAddedCny10k);
    }

    private BigDecimal sum(Function<PeerRow, BigDecimal> figure) {
        return rows.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
