// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.declare.GradingDeclaration;
import org.tanma.carbon.service.ledger.MeasuredValue;
import org.tanma.carbon.service.peer.PeerRow;
import org.tanma.carbon.service.peer.PeerSelection;
import org.tanma.carbon.service.peer.PeerSetDraft;

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
 * @param declared what the enterprise declared for its grades; null when nothing
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String uncertainty,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Declared declared) {
    /** Inputs of a result that is not assessed, of an enterprise that declared nothing. */
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
        this(enterprise, year, method, gwpSet, scheme, dataEditions, entries, peers, details, valueChain, null, null);
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
                enterprise,
                year,
                method,
                gwpSet,
                scheme,
                dataEditions,
                entries,
                peers,
                details,
                valueChain,
                defaults,
                declared);
    }

    /** The same inputs of an enterprise that declared something. */
    EvaluationInputs declaring(@Nullable Declared found) {
        return new EvaluationInputs(
                enterprise,
                year,
                method,
                gwpSet,
                scheme,
                dataEditions,
                entries,
                peers,
                details,
                valueChain,
                uncertainty,
                found);
    }

    /** The declared size class; empty if none is. */
    @JsonIgnore
    public String size() {
        return declared == null ? "" : declared.content().size();
    }

    /**
     * What the enterprise declared for its grades.
     *
     * @param edition names the version
     * @param physicalScheme edition of the scheme of energy per product; null when no product was declared
     */
    public record Declared(
            String edition,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String physicalScheme,

            GradingDeclaration content) {}

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

    /**
     * The peer set used.
     *
     * @param selection region and size that the peers share, and units; null for the usual ones
     */
    public record Peers(
            String edition,
            String industry,
            int year,
            String source,
            boolean isDemonstration,
            List<Peer> rows,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PeerSelection selection) {
        public Peers {
            rows = List.copyOf(rows);
        }

        /** The set as it is stored. */
        PeerSetDraft content() {
            return new PeerSetDraft(
                    industry,
                    year,
                    source,
                    isDemonstration,
                    rows.stream()
                            .map(row -> new PeerRow(
                                    row.name(),
                                    new BigDecimal(row.emissionsTco2()),
                                    new BigDecimal(row.valueAddedCny10k())))
                            .toList(),
                    selection == null ? PeerSelection.USUAL : selection);
        }
    }

    /** One peer; figures in tCO2 and 10 000 yuan, or in the units of the set. */
    public record Peer(String name, String emissionsTco2, String valueAddedCny10k) {}
}
