// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param details what is known of the sources of the entries, by source; null when nothing is
 * @param valueChain edition of the terms of scope 3; null when nothing of it was reported
 * @param uncertainty edition of the default uncertainties the result is assessed with; null when it is not assessed
 */
public record EvaluationInputs(
        EnterpriseProfile enterprise,
        int year,
        String method,
        String gwpSet,
        String scheme,
        List<String> dataEditions,
        List<Entry> entries,
        @Nullable Peers peers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SortedMap<String, Detail> details,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String valueChain,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String uncertainty) {
    /** Inputs of a result that is not assessed. */
    public EvaluationInputs(
            EnterpriseProfile enterprise,
            int year,
            String method,
            String gwpSet,
            String scheme,
            List<String> dataEditions,
            List<Entry> entries,
            @Nullable Peers peers,
            @Nullable SortedMap<String, Detail> details,
            @Nullable String valueChain) {
        this(enterprise, year, method, gwpSet, scheme, dataEditions, entries, peers, details, valueChain, null);
    }

    public EvaluationInputs {
        dataEditions = List.copyOf(dataEditions);
        entries = List.copyOf(entries);
        details = details == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /**
     * What is known of a source beside its readings; empty texts where something is not.
     *
     * @param uncertaintyPercent half the 95 % confidence interval in per cent of the mean, decimal text
     * @param dataQuality a code of the engine's data quality
     */
    public record Detail(String site, String process, String device, String uncertaintyPercent, String dataQuality) {}

    /** The same inputs, to be assessed with an edition of default uncertainties. */
    EvaluationInputs assessedBy(String defaults) {
        return new EvaluationInputs(
                enterprise, year, method, gwpSet, scheme, dataEditions, entries, peers, details, valueChain, defaults);
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
