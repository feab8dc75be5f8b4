// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.evaluate.EnginePeers;
import org.tanma.carbon.service.evaluate.EvaluationStore;
import org.tanma.carbon.service.evaluate.PeerChoice;
import org.tanma.carbon.service.evaluate.SchemeTrial;
import org.tanma.carbon.service.peer.PeerRow;
import org.tanma.carbon.service.peer.PeerSelection;
import org.tanma.carbon.service.peer.PeerSetDraft;

/**
 * Forms peer sets from this node's own evaluations: of one year, by industry, region and size as a scheme chooses peers,
 * emissions and denominators as it counts them. Safe between threads.
 */
public final class PeerFormation {
    private final EvaluationStore evaluations;
    private final SchemeTrial trial;
    private final UnitCatalog units;

    public PeerFormation(EvaluationStore evaluations, SchemeTrial trial, UnitCatalog units) {
        this.evaluations = evaluations;
        this.trial = trial;
        this.units = units;
    }

    /** What enterprises must share to be peers by a scheme: industry digits, region, size. */
    static List<String> key(GradingScheme scheme, SchemeTrial.Year year) {
        PeerSelection selection = PeerChoice.selection(scheme, year.enterprise().region(), year.size());
        return List.of(
                PeerChoice.industry(scheme, year.enterprise().industryCode()), selection.region(), selection.size());
    }

    /** The sets in the engine's terms, by {@link #key}. */
    Map<List<String>, Optional<PeerSet>> form(GradingScheme scheme, String industry, int year) {
        Map<List<String>, Optional<PeerSet>> sets = new HashMap<>();
        drafts(scheme, industry, year)
                .forEach(set -> sets.put(
                        List.of(
                                set.industry(),
                                set.selection().region(),
                                set.selection().size()),
                        Optional.of(EnginePeers.of(set, units))));
        return sets;
    }

    /**
     * The sets, ready to be stored, by industry, region and size. An enterprise whose denominator is not known, or whose net
     * emissions are below 0, is in none.
     *
     * @param industry digits of GB/T 4754 that the enterprises share
     */
    public List<PeerSetDraft> drafts(GradingScheme scheme, String industry, int year) {
        Map<List<String>, List<PeerRow>> rows = new HashMap<>();
        Map<List<String>, Boolean> demonstration = new HashMap<>();
        evaluations.forEachNewest(
                year,
                industry,
                kept -> trial.recompute(kept)
                        .filter(found -> found.enterprise().industryCode().startsWith(industry))
                        .ifPresent(found -> trial.peer(found, scheme).ifPresent(peer -> {
                            List<String> key = key(scheme, found);
                            rows.computeIfAbsent(key, k -> new ArrayList<>())
                                    .add(new PeerRow(
                                            peer.subject(),
                                            peer.emission().coherentAmount(),
                                            peer.valueAdded().amount()));
                            demonstration.merge(key, found.enterprise().isDemonstration(), Boolean::logicalOr);
                        })));
        return rows.entrySet().stream()
                .sorted((a, b) -> a.getKey().toString().compareTo(b.getKey().toString()))
                .map(entry -> draft(scheme, year, entry.getKey(), entry.getValue(), demonstration))
                .toList();
    }

    private static PeerSetDraft draft(
            GradingScheme scheme,
            int year,
            List<String> key,
            List<PeerRow> rows,
            Map<List<String>, Boolean> demonstration) {
        PeerSelection units = PeerChoice.selection(scheme, "", "");
        return new PeerSetDraft(
                key.get(0),
                year,
                "本节点 " + year + " 年度评价 / evaluations of this node, " + year + ", " + scheme.ref(),
                demonstration.getOrDefault(key, false),
                rows,
                new PeerSelection(key.get(1), key.get(2), units.emissionUnit(), units.denominatorUnit()));
    }
}
