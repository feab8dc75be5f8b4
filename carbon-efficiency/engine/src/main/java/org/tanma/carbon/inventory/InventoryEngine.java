// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.GeographyCatalog;
import org.tanma.carbon.method.MethodCatalog;
import org.tanma.carbon.quantity.UnitCatalog;

/**
 * Computes inventories.
 *
 * <p>Shape: total = Σ scope 1 + Σ scope 2, each the sum over sources and periods of the CO2 of one reading × GWP(CO2), terms
 * that the method subtracts being negative. Units: tCO2e. Contract: a pure function of the request and the catalogs; the
 * order of entries plays no part; nothing is rounded beyond the 34 digits of DECIMAL128; thread-safe. Errors: never
 * throws on a request; whatever is missing, of the wrong unit or out of range is listed in {@link Incomplete}, and nothing
 * missing is taken as zero.
 */
public final class InventoryEngine {
    private final BasisResolver basisResolver;
    private final FactorCatalog factors;
    private final UnitCatalog units;
    private final ActivityNames names;

    /**
     * @param methods the methods known
     * @param factors the factor editions known
     * @param geographies the places known
     * @param units the units known, to name what a reading may be given in
     * @param names names of fuels and materials, for labels
     */
    public InventoryEngine(
            MethodCatalog methods,
            FactorCatalog factors,
            GeographyCatalog geographies,
            UnitCatalog units,
            ActivityNames names) {
        this.basisResolver = new BasisResolver(methods, factors, geographies);
        this.factors = factors;
        this.units = units;
        this.names = names;
    }

    /** The inventory of a request, or everything that keeps it from being made. */
    public InventoryOutcome compute(InventoryRequest request) {
        return compute(request, List.of());
    }

    /**
     * The inventory of a request as it would be if some figures were others; the trace says of each that it is assumed.
     *
     * @param assumptions the figures assumed, which come before measured values, factors and constants
     */
    public InventoryOutcome compute(InventoryRequest request, List<Assumption> assumptions) {
        List<Missing> missing = new ArrayList<>();
        Optional<Calculated> calculated = calculate(request, assumptions, missing);
        return calculated.isPresent() && missing.isEmpty()
                ? new InventoryAssembler(request, calculated.get().basis(), names)
                        .assemble(calculated.get().sources())
                : new Incomplete(missing);
    }

    /**
     * The readings of a request with what each was computed from, by source, activity and period; empty where the request
     * makes no inventory.
     */
    public List<ReadingModel> models(InventoryRequest request, List<Assumption> assumptions) {
        List<Missing> missing = new ArrayList<>();
        List<ReadingModel> models = new ArrayList<>();
        calculate(request, assumptions, missing)
                .filter(calculated -> missing.isEmpty())
                .ifPresent(calculated -> calculated
                        .sources()
                        .forEach(source -> source.readings()
                                .forEach(reading ->
                                        models.add(new ReadingModel(reading, source.term(), calculated.basis())))));
        return List.copyOf(models);
    }

    private record Calculated(ResolvedBasis basis, List<CalculatedSource> sources) {}

    private Optional<Calculated> calculate(
            InventoryRequest request, List<Assumption> assumptions, List<Missing> missing) {
        Optional<ResolvedBasis> basis = basisResolver.resolve(request, missing);
        if (basis.isEmpty()) {
            return Optional.empty();
        }
        List<SourceReadings> sources = SourceReadings.group(request.entries());
        new CoverageCheck(request, basis.get().method(), missing).check(sources);
        new UnusedParameterCheck(basis.get().method(), missing).check(request);
        ReadingCalculator calculator = new ReadingCalculator(
                basis.get(),
                factors,
                units,
                new MeasuredParameters(request, basis.get().method()),
                assumptions);
        List<CalculatedSource> calculated = new ArrayList<>();
        for (SourceReadings source : sources) {
            calculator.calculate(source, missing).ifPresent(calculated::add);
        }
        return Optional.of(new Calculated(basis.get(), calculated));
    }
}
