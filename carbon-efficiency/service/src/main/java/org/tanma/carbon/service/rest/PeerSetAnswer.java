// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import java.time.Instant;
import org.tanma.carbon.service.peer.PeerSelection;
import org.tanma.carbon.service.peer.PeerSet;
import org.tanma.carbon.service.peer.PeerSetDraft;

/**
 * A peer set as the public sees it: sums, not the single enterprises. Emissions in tCO2, value added in 10 000 yuan, where
 * {@code selection} says nothing else.
 *
 * @param selection region and size class that the peers share, and units
 */
public record PeerSetAnswer(
        String edition,
        String industry,
        int year,
        int version,
        int enterprises,
        String emissionsTco2,
        String valueAddedCny10k,
        String source,
        boolean isDemonstration,
        String recordedAt,
        PeerSelection selection) {
    /** A set that is not stored: version 0. */
    public static PeerSetAnswer trial(PeerSetDraft draft) {
        return of(new PeerSet(draft, 0, "", Instant.EPOCH));
    }

    public static PeerSetAnswer of(PeerSet set) {
        return new PeerSetAnswer(
                set.edition(),
                set.content().industry(),
                set.content().year(),
                set.version(),
                set.content().rows().size(),
                set.content().totalEmissionsTco2().toPlainString(),
                set.content().totalValueAddedCny10k().toPlainString(),
                set.content().source(),
                set.content().isDemonstration(),
                set.recordedAt().toString(),
                set.content().selection());
    }
}
