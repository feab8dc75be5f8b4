// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.kind.StockFlow;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.ledger.SourceContent;
import org.tanma.carbon.service.ledger.SourceStore;
import org.tanma.carbon.service.ledger.SourceVersion;
import org.tanma.carbon.service.peer.PeerSelection;
import org.tanma.carbon.service.peer.PeerSet;
import org.tanma.carbon.service.peer.PeerSetStore;

/** Collects what an evaluation is to be computed from, as it stands now. */
final class InputsGatherer {
    /** Where the method's document prints no GWP values. */
    private static final String GWP_SET = "gwp/ar5";

    private static final String VALUE_CHAIN = "value-chain/2026";
    /** How the codes of kinds of scope 3 begin. */
    static final String VALUE_CHAIN_KINDS = "scope3-";

    private final ActivityLedger ledger;
    private final SourceStore sources;
    private final PeerSetStore peerSets;
    private final EngineCatalog catalog;
    private final IndustryCatalog industries;
    private final GradingRules rules;
    private final List<String> dataEditions;

    InputsGatherer(
            ActivityLedger ledger,
            SourceStore sources,
            PeerSetStore peerSets,
            EngineCatalog catalog,
            IndustryCatalog industries,
            GradingRules rules,
            List<String> dataEditions) {
        this.ledger = ledger;
        this.sources = sources;
        this.peerSets = peerSets;
        this.catalog = catalog;
        this.industries = industries;
        this.rules = rules;
        this.dataEditions = dataEditions;
    }

    EvaluationInputs gather(EnterpriseProfile enterprise, int year) {
        List<EvaluationInputs.Entry> entries = counted(ledger.newest(enterprise.handle(), year).stream()
                .map(InputsGatherer::entry)
                .toList());
        return gather(
                enterprise, year, declared(enterprise.handle(), year), entries, details(enterprise.handle(), entries));
    }

    /** Those entries that are computed with: stocks and what went in and out of them are only checked against each other. */
    static List<EvaluationInputs.Entry> counted(List<EvaluationInputs.Entry> entries) {
        return entries.stream()
                .filter(entry -> StockFlow.find(entry.kind()).isEmpty())
                .toList();
    }

    /** What an enterprise declared of itself for the year; null where it declared nothing. */
    EvaluationInputs.@Nullable Declared declared(String enterprise, int year) {
        return rules.declared(enterprise, year);
    }

    /** The rules for an enterprise that declared this, without entries. */
    EvaluationInputs rules(EnterpriseProfile enterprise, int year, EvaluationInputs.@Nullable Declared declared) {
        return gather(enterprise, year, declared, List.of(), null);
    }

    private EvaluationInputs gather(
            EnterpriseProfile enterprise,
            int year,
            EvaluationInputs.@Nullable Declared declared,
            List<EvaluationInputs.Entry> entries,
            @Nullable SortedMap<String, EvaluationInputs.Detail> details) {
        String industry = enterprise.industryCode();
        String methodName = industries.of(industry).method();
        AccountingMethod method = catalog.methods()
                .findInForce(methodName, year)
                .or(() -> catalog.methods().findNewest(methodName))
                .orElseThrow(() -> new IllegalStateException("no method is called " + methodName));
        @Nullable EditionRef gwpSet = method.gwpSet();
        GradingScheme scheme = rules.scheme();
        @Nullable PeerSet peers = peers(scheme, enterprise, year, declared);
        return new EvaluationInputs(
                        enterprise,
                        year,
                        method.ref().toString(),
                        gwpSet == null ? GWP_SET : gwpSet.toString(),
                        scheme.ref().toString(),
                        dataEditions,
                        entries,
                        peers == null ? null : peers(peers),
                        details,
                        valueChain(entries))
                .declaring(declared);
    }

    /** The edition of the terms of scope 3, where something of it was reported. */
    static @Nullable String valueChain(List<EvaluationInputs.Entry> entries) {
        return isValueChainReported(entries) ? VALUE_CHAIN : null;
    }

    private @Nullable PeerSet peers(
            GradingScheme scheme,
            EnterpriseProfile enterprise,
            int year,
            EvaluationInputs.@Nullable Declared declared) {
        if (!scheme.reference().needsPeers()) {
            return null;
        }
        String size = declared == null ? "" : declared.content().size();
        return peerSets.findNewest(
                        PeerChoice.industry(scheme, enterprise.industryCode()),
                        year,
                        PeerChoice.selection(scheme, enterprise.region(), size))
                .orElse(null);
    }

    /** What the register says of the sources of the entries; null where it says nothing. */
    private @Nullable SortedMap<String, EvaluationInputs.Detail> details(
            String enterprise, List<EvaluationInputs.Entry> entries) {
        Set<String> used = entries.stream().map(EvaluationInputs.Entry::source).collect(Collectors.toSet());
        SortedMap<String, EvaluationInputs.Detail> details = new TreeMap<>();
        for (SourceVersion version : sources.newest(enterprise)) {
            SourceContent content = version.content();
            if (used.contains(version.source()) && !content.equals(SourceContent.UNKNOWN)) {
                details.put(
                        version.source(),
                        new EvaluationInputs.Detail(
                                content.site(),
                                content.process(),
                                content.device(),
                                content.uncertaintyPercent(),
                                content.dataQuality()));
            }
        }
        return details.isEmpty() ? null : details;
    }

    private static boolean isValueChainReported(List<EvaluationInputs.Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.kind().startsWith(VALUE_CHAIN_KINDS));
    }

    private static EvaluationInputs.Entry entry(ActivityEntry entry) {
        return new EvaluationInputs.Entry(
                entry.key().source(),
                entry.key().kind(),
                entry.key().period().text(),
                entry.version(),
                entry.content().amount(),
                entry.content().unit(),
                entry.content().meter(),
                entry.content().evidence(),
                entry.content().measured());
    }

    private static EvaluationInputs.Peers peers(PeerSet set) {
        return new EvaluationInputs.Peers(
                set.edition(),
                set.content().industry(),
                set.content().year(),
                set.content().source(),
                set.content().isDemonstration(),
                set.content().rows().stream()
                        .map(r -> new EvaluationInputs.Peer(
                                r.name(),
                                r.emissionsTco2().toPlainString(),
                                r.valueAddedCny10k().toPlainString()))
                        .toList(),
                set.content().selection().equals(PeerSelection.USUAL)
                        ? null
                        : set.content().selection());
    }
}
