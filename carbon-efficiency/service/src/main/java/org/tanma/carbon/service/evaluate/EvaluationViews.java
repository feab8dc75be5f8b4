// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Comparison;
import org.tanma.carbon.analysis.EmissionLine;
import org.tanma.carbon.analysis.LineChange;
import org.tanma.carbon.data.ChangesReader;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.ParsedChanges;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.carbon.uncertainty.Simulation;
import org.tanma.carbon.whatif.Impossible;
import org.tanma.carbon.whatif.WhatIf;

/**
 * Looks at kept evaluations from other sides: what if, by simulation, against one another, month by month.
 *
 * <p>Contract: nothing is kept and nothing changes; pure functions of what is kept. Safe between threads.
 */
public final class EvaluationViews {
    private final EvaluationStore store;
    private final EvaluationComputation computation;
    private final ChangesReader changesReader;
    private final UnitCatalog units;
    private final Amounts amounts;

    /** Of grades by shipped schemes alone. */
    public EvaluationViews(EvaluationStore store, EngineCatalog catalog, KindCatalog kinds) {
        this(store, catalog, kinds, SchemeBook.ofShipped(catalog));
    }

    public EvaluationViews(EvaluationStore store, EngineCatalog catalog, KindCatalog kinds, SchemeBook book) {
        this.store = store;
        this.computation = new EvaluationComputation(catalog, kinds, IndustryCatalog.load(), book);
        this.changesReader = new ChangesReader(catalog.units());
        this.units = catalog.units();
        this.amounts = new Amounts(catalog.units());
    }

    /** What asking what if came to. */
    public sealed interface WhatIfAnswer {
        /** The engine's canonical JSON of a what-if. */
        record Computed(String json) implements WhatIfAnswer {}

        /** Everything in the way. */
        record Refused(List<Missing> missing) implements WhatIfAnswer {
            public Refused {
                missing = List.copyOf(missing);
            }
        }
    }

    /**
     * What a kept evaluation would be; empty when there is none of that id.
     *
     * @param changes {@code {"changes": […]}} in UTF-8 JSON or YAML
     */
    public Optional<WhatIfAnswer> whatIf(String id, byte[] changes) {
        return store.find(id).map(kept -> {
            ParsedChanges parsed = changesReader.read("body", changes);
            if (parsed instanceof ParsedChanges.Refused refused) {
                return new WhatIfAnswer.Refused(refused.missing());
            }
            EvaluationComputation.WhatIfComputed computed =
                    computation.whatIf(inputs(kept), ((ParsedChanges.Read) parsed).changes());
            return computed.outcome() instanceof WhatIf whatIf
                    ? new WhatIfAnswer.Computed(ResultDocument.of(whatIf, computed.before(), computed.after())
                            .json())
                    : new WhatIfAnswer.Refused(((Impossible) computed.outcome()).missing());
        });
    }

    /** The uncertainty of a kept evaluation by drawing samples; empty when there is none of that id. */
    public Optional<SimulationResult> simulate(String id, long seed, int draws) {
        return store.find(id)
                .flatMap(kept -> computation.simulate(inputs(kept), seed, draws))
                .map(this::simulation);
    }

    private SimulationResult simulation(Simulation simulation) {
        return new SimulationResult(
                simulation.defaults().toString(),
                Long.toString(simulation.seed()),
                simulation.draws(),
                amounts.of(simulation.mean()),
                amounts.of(simulation.median()),
                amounts.of(simulation.standardDeviation()),
                amounts.of(simulation.standardError()),
                amounts.of(simulation.lower()),
                amounts.of(simulation.upper()));
    }

    /** Another evaluation against one. */
    public ComparisonResult compare(Evaluation before, Evaluation after) {
        Comparison comparison = Comparison.of(lines(before.result()), lines(after.result()));
        return new ComparisonResult(
                side(before, comparison.before()),
                side(after, comparison.after()),
                amounts.of(comparison.change()),
                amounts.of(comparison.byActivity()),
                amounts.of(comparison.byFactor()),
                amounts.of(comparison.byBoundary()),
                comparison.lines().stream().map(this::line).toList());
    }

    private ComparisonResult.Side side(Evaluation evaluation, Quantity emission) {
        return new ComparisonResult.Side(
                evaluation.id(),
                evaluation.result().year(),
                evaluation.resultDigest(),
                amounts.of(emission),
                evaluation.result().editions());
    }

    private ComparisonResult.Line line(LineChange line) {
        return new ComparisonResult.Line(
                line.source(),
                line.activity(),
                line.label(),
                line.scope(),
                orNull(line.amountBefore()),
                orNull(line.amountAfter()),
                amounts.of(line.emissionBefore()),
                amounts.of(line.emissionAfter()),
                amounts.of(line.change()),
                amounts.of(line.byActivity()),
                amounts.of(line.byFactor()),
                amounts.of(line.byBoundary()));
    }

    private @Nullable Amount orNull(@Nullable Quantity quantity) {
        return quantity == null ? null : amounts.of(quantity);
    }

    private List<EmissionLine> lines(EvaluationResult result) {
        return result.sources().stream()
                .map(source -> new EmissionLine(
                        source.source(),
                        source.kind(),
                        source.label(),
                        source.scope(),
                        quantity(source.amount()),
                        quantity(source.emission())))
                .toList();
    }

    private Quantity quantity(Amount amount) {
        return Quantity.of(amount.value(), units.get(amount.unit()));
    }

    /** The months of the years from first to last. */
    public SeriesResult series(String enterprise, int first, int last) {
        TreeMap<Integer, Evaluation> newest = new TreeMap<>();
        store.list(enterprise).stream()
                .filter(kept -> kept.year() >= first && kept.year() <= last)
                .sorted(Comparator.comparing(StoredEvaluation::evaluatedAt).thenComparing(StoredEvaluation::id))
                .forEach(kept -> newest.put(kept.year(), Evaluation.of(kept)));
        List<SeriesResult.Year> years = new ArrayList<>();
        List<SeriesResult.Month> months = new ArrayList<>();
        newest.forEach((year, evaluation) -> {
            EvaluationResult result = evaluation.result();
            years.add(new SeriesResult.Year(
                    year,
                    evaluation.id(),
                    evaluation.resultDigest(),
                    result.totals().total(),
                    result.totals().scope1(),
                    result.totals().scope2(),
                    result.editions().method()));
            result.months()
                    .forEach(month ->
                            months.add(new SeriesResult.Month(month.month(), month.emission(), evaluation.id())));
        });
        return new SeriesResult(enterprise, years, months);
    }

    private static EvaluationInputs inputs(StoredEvaluation kept) {
        return CanonicalJson.read(kept.inputs(), EvaluationInputs.class);
    }
}
