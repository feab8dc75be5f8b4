// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.ledger.SourceStore;
import org.tanma.carbon.service.peer.PeerSetStore;
import org.tanma.carbon.uncertainty.UncertaintyEngine;
import org.tanma.kit.rest.Caller;

/**
 * Evaluates enterprises: from the newest figures in the ledger to an inventory and a grade, kept for good.
 *
 * <p>Contract: the same inputs give the same id and the same bytes; what is kept is never changed; nothing is kept of an
 * incomplete inventory, and a whole inventory that cannot be graded is kept with the reasons. Safe between threads.
 */
public final class EvaluationService {
    private static final int ID_DIGITS = 32;

    private final IdentifierPlane identifiers;
    private final EvaluationStore store;
    private final InstantSource clock;
    private final EvaluationComputation computation;
    private final InputsGatherer gatherer;
    private final MissingWording missingWording;

    /**
     * Evaluates.
     *
     * @param sources what is known of sources
     * @param schemeName the grading scheme in force, without edition: its newest edition is used
     */
    public EvaluationService(
            IdentifierPlane identifiers,
            ActivityLedger ledger,
            SourceStore sources,
            PeerSetStore peerSets,
            EvaluationStore store,
            EngineCatalog catalog,
            KindCatalog kinds,
            String schemeName,
            InstantSource clock) {
        this(
                identifiers,
                ledger,
                sources,
                peerSets,
                store,
                catalog,
                kinds,
                GradingRules.ofShipped(schemeName, catalog),
                clock);
    }

    /** Grades by the rules in force when a year is evaluated. */
    public EvaluationService(
            IdentifierPlane identifiers,
            ActivityLedger ledger,
            SourceStore sources,
            PeerSetStore peerSets,
            EvaluationStore store,
            EngineCatalog catalog,
            KindCatalog kinds,
            GradingRules rules,
            InstantSource clock) {
        this.identifiers = identifiers;
        this.store = store;
        this.clock = clock;
        this.missingWording = new MissingWording(kinds);
        IndustryCatalog industries = IndustryCatalog.load();
        this.computation = new EvaluationComputation(catalog, kinds, industries, rules.book());
        this.gatherer =
                new InputsGatherer(ledger, sources, peerSets, catalog, industries, rules, computation.dataEditions());
    }

    /** Evaluates an enterprise's year as it stands now; {@code caller} is named in what is kept. */
    public EvaluationOutcome evaluate(String enterprise, int year, Caller caller) {
        Optional<EnterpriseProfile> profile = identifiers.findEnterprise(enterprise);
        if (profile.isEmpty()) {
            return new EvaluationOutcome.UnknownEnterprise(enterprise);
        }
        EvaluationInputs inputs =
                gatherer.gather(profile.get(), year).assessedBy(UncertaintyEngine.DEFAULTS.toString());
        String text = CanonicalJson.write(inputs);
        String digest = CanonicalJson.digest(text);
        String id = digest.substring(digest.indexOf(':') + 1).substring(0, ID_DIGITS);
        Optional<StoredEvaluation> earlier = store.find(id);
        if (earlier.isPresent()) {
            return new EvaluationOutcome.Evaluated(Evaluation.of(earlier.get()), false);
        }
        EvaluationComputation.Computed computed = computation.compute(inputs);
        if (computed instanceof EvaluationComputation.Computed.Lacking lacking) {
            return new EvaluationOutcome.Incomplete(lacking.incomplete().missing().stream()
                    .map(m -> missingWording.of(m, year))
                    .toList());
        }
        String result = CanonicalJson.write(((EvaluationComputation.Computed.Whole) computed).result());
        StoredEvaluation kept = store.store(new StoredEvaluation(
                id,
                enterprise,
                year,
                text,
                digest,
                result,
                CanonicalJson.digest(result),
                caller.name(),
                clock.instant()));
        return new EvaluationOutcome.Evaluated(Evaluation.of(kept), true);
    }

    /** The way to assess many years without keeping each as an evaluation: what a regrading does. */
    public YearAssessor assessor() {
        return new YearAssessor(gatherer, computation);
    }

    /** A kept evaluation, graded or not; empty when there is none of that id. */
    public Optional<Evaluation> find(String id) {
        return store.find(id).map(Evaluation::of);
    }

    /** An enterprise's evaluations, newest first. */
    public List<Evaluation> list(String enterprise) {
        return store.list(enterprise).stream().map(Evaluation::of).toList();
    }

    /** An enterprise's evaluations of one year, newest first. */
    public List<Evaluation> list(String enterprise, int year) {
        return store.list(enterprise, year).stream().map(Evaluation::of).toList();
    }

    /**
     * A kept evaluation with its inputs as one file, for {@link EvaluationReplay}; empty when there is none of that id.
     *
     * @param isWithPeers whether the figures of the peers are shown
     */
    public Optional<String> document(String id, boolean isWithPeers) {
        return store.find(id).map(kept -> EvaluationDocument.of(kept, isWithPeers));
    }

    /** Computes a kept evaluation once more from its kept inputs; empty when there is none of that id. */
    public Optional<Replay> replay(String id) {
        return store.find(id).map(kept -> {
            EvaluationInputs inputs = CanonicalJson.read(kept.inputs(), EvaluationInputs.class);
            boolean editionsChanged = !inputs.dataEditions().equals(computation.dataEditions());
            if (computation.compute(inputs) instanceof EvaluationComputation.Computed.Whole whole) {
                String digest = CanonicalJson.digest(CanonicalJson.write(whole.result()));
                return new Replay(id, digest.equals(kept.resultDigest()), kept.resultDigest(), digest, editionsChanged);
            }
            return new Replay(id, false, kept.resultDigest(), null, editionsChanged);
        });
    }
}
