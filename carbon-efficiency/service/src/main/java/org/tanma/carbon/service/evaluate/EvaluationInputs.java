// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.ledger.MeasuredValue;

/**
 * Everything an evaluation follows from. Equal inputs give the same result, byte for byte, for as long as the editions named
 * are shipped.
 *
 * @param method edition of the accounting method, {@code name/edition}
 * @param gwpSet edition of the GWP set
 * @param scheme edition of the grading scheme
 * @param dataEditions every data edition a factor could have been taken from, sorted
 * @param entries the newest versions in the ledger, sorted by source, kind and period
 * @param peers the peers graded against; null when there are none for the industry and year
 */
public record EvaluationInputs(
        EnterpriseProfile enterprise,
        int year,
        String method,
        String gwpSet,
        String scheme,
        List<String> dataEditions,
        List<Entry> entries,
        @Nullable Peers peers) {
    public EvaluationInputs {
        dataEditions = List.copyOf(dataEditions);
        entries = List.copyOf(entries);
    }

    /** One ledger entry, in the version used. */
    public record Entry(
            String source,
            String kind,
            String period,
            int version,
            String amount,
            String unit,
            String meter,
            String evidence,
            Map<String, MeasuredValue> measured) {}

    /** The peer set used. */
    public record Peers(
            String edition, String industry, int year, String source, boolean isDemonstration, List<Peer> rows) {
        public Peers {
            rows = List.copyOf(rows);
        }
    }

    /** One peer; figures in tCO2 and 10 000 yuan. */
    public record Peer(String name, String emissionsTco2, String valueAddedCny10k) {}
}
