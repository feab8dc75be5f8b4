// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.ledger.SourceContent;
import org.tanma.carbon.service.ledger.SourceStore;
import org.tanma.carbon.service.ledger.SourceVersion;
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
    private final @Nullable SourceStore sources;
    private final EvaluationComputation computation;
    private final InputsGatherer gatherer;
    private final MissingWording missingWording;

    /** Evaluates without a register of sources: nothing is known of any. */
    public EvaluationService(
            IdentifierPlane identifiers,
            ActivityLedger ledger,
            PeerSetStore peerSets,
            EvaluationStore store,
            EngineCatalog catalog,
            KindCatalog kinds,
            String schemeName,
            InstantSource clock) {
        this(identifiers, ledger, peerSets, store, catalog, kinds, schemeName, clock, null);
    }

    /**
     * Evaluates.
     *
     * @param schemeName the grading scheme in force, without edition: its newest edition is used
     * @param sources what is known of sources; null when there is no register
     */
    public EvaluationService(
            IdentifierPlane identifiers,
            ActivityLedger ledger,
            PeerSetStore peerSets,
            EvaluationStore store,
            EngineCatalog catalog,
            KindCatalog kinds,
            String schemeName,
            InstantSource clock,
            @Nullable SourceStore sources) {
        this.identifiers = identifiers;
        this.store = store;
        this.clock = clock;
        this.sources = sources;
        this.missingWording = new MissingWording(kinds);
        IndustryCatalog industries = IndustryCatalog.load();
        this.computation = new EvaluationComputation(catalog, kinds, industries);
        this.gatherer =
                new InputsGatherer(ledger, peerSets, catalog, industries, schemeName, computation.dataEditions());
    }

    /** Evaluates an enterprise's year as it stands now; {@code caller} is named in what is kept. */
    public EvaluationOutcome evaluate(String enterprise, int year, Caller caller) {
        Optional<EnterpriseProfile> profile = identifiers.findEnterprise(enterprise);
        if (profile.isEmpty()) {
            return new EvaluationOutcome.UnknownEnterprise(enterprise);
        }
        EvaluationInputs inputs = described(gatherer.gather(profile.get(), year));
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

    /** With what the register says of those sources that have entries. */
    private EvaluationInputs described(EvaluationInputs inputs) {
        SortedMap<String, EvaluationInputs.Detail> known = new TreeMap<>();
        SourceStore register = sources;
        if (register != null) {
            Set<String> used = inputs.entries().stream()
                    .map(EvaluationInputs.Entry::source)
                    .collect(Collectors.toSet());
            for (SourceVersion version : register.newest(inputs.enterprise().handle())) {
                if (used.contains(version.source()) && !version.content().equals(SourceContent.UNKNOWN)) {
                    known.put(version.source(), detail(version.content()));
                }
            }
        }
        return inputs.assessed(known, UncertaintyEngine.DEFAULTS.toString());
    }

    private static EvaluationInputs.Detail detail(SourceContent content) {
        return new EvaluationInputs.Detail(
                content.site(),
                content.process(),
                content.device(),
                content.uncertaintyPercent(),
                content.dataQuality());
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
