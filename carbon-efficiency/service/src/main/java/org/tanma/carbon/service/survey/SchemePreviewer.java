// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.Band;
import org.tanma.carbon.grading.Grade;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.evaluate.EnginePeers;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationStore;
import org.tanma.carbon.service.evaluate.GradeResult;
import org.tanma.carbon.service.evaluate.PeerChoice;
import org.tanma.carbon.service.evaluate.SchemeTrial;
import org.tanma.carbon.service.evaluate.StoredEvaluation;
import org.tanma.carbon.service.peer.PeerSelection;
import org.tanma.carbon.service.peer.PeerSetStore;
import org.tanma.carbon.service.scheme.SchemeDraft;
import org.tanma.carbon.service.survey.SchemePreview.GradeCount;
import org.tanma.carbon.service.survey.SchemePreview.Position;
import org.tanma.carbon.text.LocalText;

/**
 * Applies a draft to every enterprise of an industry that was evaluated for a year.
 *
 * <p>Contract: reads the newest kept evaluation of each, computes its inventory from its kept inputs, changes nothing; the same
 * evaluations and peer sets give the same preview. Memory grows by a line an enterprise, not by their data.
 */
public final class SchemePreviewer {
    /** Peers as regulators gave them. */
    public static final String GIVEN = "given";
    /** Peers formed from the evaluations looked at. */
    public static final String OWN = "own";

    private static final LocalText UNGRADED = new LocalText("未评级", "not graded");

    private final EvaluationStore evaluations;
    private final PeerSetStore peerSets;
    private final SchemeTrial trial;
    private final PeerFormation formation;
    private final UnitCatalog units;

    public SchemePreviewer(
            EvaluationStore evaluations,
            PeerSetStore peerSets,
            SchemeTrial trial,
            PeerFormation formation,
            UnitCatalog units) {
        this.evaluations = evaluations;
        this.peerSets = peerSets;
        this.trial = trial;
        this.formation = formation;
        this.units = units;
    }

    /**
     * The draft applied.
     *
     * @param industry digits of GB/T 4754 that the enterprises share, 2 to 4
     * @param peers {@link #GIVEN} or {@link #OWN}
     */
    public SchemePreview preview(SchemeDraft draft, GradingScheme scheme, String industry, int year, String peers) {
        Map<List<String>, Optional<PeerSet>> sets =
                peers.equals(OWN) ? formation.form(scheme, industry, year) : new HashMap<>();
        List<Position> positions = new ArrayList<>();
        Map<Integer, LocalText> labelsBefore = new TreeMap<>();
        evaluations.forEachNewest(year, industry, kept -> {
            Optional<SchemeTrial.Year> recomputed = trial.recompute(kept);
            if (recomputed.isEmpty()
                    || !recomputed.get().enterprise().industryCode().startsWith(industry)) {
                return;
            }
            SchemeTrial.Year found = recomputed.get();
            PeerSet compared = peers.equals(OWN)
                    ? sets.getOrDefault(PeerFormation.key(scheme, found), Optional.empty())
                            .orElse(null)
                    : sets.computeIfAbsent(PeerFormation.key(scheme, found), key -> given(scheme, found))
                            .orElse(null);
            positions.add(position(kept, found, trial.grade(found, scheme, compared), labelsBefore));
        });
        return summary(draft, scheme, industry, year, peers, positions, labelsBefore);
    }

    private Optional<PeerSet> given(GradingScheme scheme, SchemeTrial.Year year) {
        PeerSelection selection = PeerChoice.selection(scheme, year.enterprise().region(), year.size());
        return peerSets.findNewest(
                        PeerChoice.industry(scheme, year.enterprise().industryCode()), year.year(), selection)
                .map(set -> EnginePeers.of(set.content(), units));
    }

    private static Position position(
            StoredEvaluation kept, SchemeTrial.Year year, GradeOutcome outcome, Map<Integer, LocalText> labelsBefore) {
        GradeResult.@Nullable Graded before =
                Evaluation.of(kept).result().grade().graded();
        if (before != null) {
            before.scheme().grades().forEach(step -> labelsBefore.put(step.rank(), step.label()));
        }
        @Nullable Grade after = outcome instanceof Grade grade ? grade : null;
        @Nullable Quantity saving = after == null ? null : after.toBetterGrade();
        return new Position(
                year.enterprise().handle(),
                year.enterprise().nameZh(),
                year.enterprise().nameEn(),
                before == null ? null : before.grade().rank(),
                after == null ? null : after.grade().rank(),
                before == null ? null : before.ratio(),
                after == null ? null : after.ratio().toPlainString(),
                after == null ? null : after.intensity().toString(),
                saving == null ? null : saving.toString(),
                outcome instanceof NotGradable not
                        ? not.reasons().stream()
                                .map(reason -> reason.reason().code())
                                .distinct()
                                .toList()
                        : List.of());
    }

    private static SchemePreview summary(
            SchemeDraft draft,
            GradingScheme scheme,
            String industry,
            int year,
            String peers,
            List<Position> positions,
            Map<Integer, LocalText> labelsBefore) {
        Map<Integer, LocalText> labelsAfter = new TreeMap<>();
        for (Band band : scheme.grades().bands()) {
            labelsAfter.put(band.rank(), band.label());
        }
        int better = 0;
        int worse = 0;
        int newly = 0;
        int noLonger = 0;
        for (Position position : positions) {
            @Nullable Integer before = position.before();
            @Nullable Integer after = position.after();
            if (before == null) {
                newly += after == null ? 0 : 1;
            } else if (after == null) {
                noLonger++;
            } else if (after < before) {
                better++;
            } else if (after > before) {
                worse++;
            }
        }
        return new SchemePreview(
                draft.id(),
                draft.version(),
                draft.digest(),
                industry,
                year,
                peers,
                positions.size(),
                counts(labelsBefore, positions.stream().map(Position::before).toList()),
                counts(labelsAfter, positions.stream().map(Position::after).toList()),
                better,
                worse,
                newly,
                noLonger,
                positions.stream().filter(Position::isMoved).toList(),
                positions);
    }

    private static List<GradeCount> counts(Map<Integer, LocalText> labels, List<@Nullable Integer> ranks) {
        List<GradeCount> counts = new ArrayList<>();
        labels.forEach((rank, label) -> counts.add(new GradeCount(
                rank, label, (int) ranks.stream().filter(rank::equals).count())));
        counts.add(new GradeCount(
                0, UNGRADED, (int) ranks.stream().filter(rank -> rank == null).count()));
        return counts;
    }
}
