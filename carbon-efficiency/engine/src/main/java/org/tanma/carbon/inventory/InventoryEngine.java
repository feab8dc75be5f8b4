// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    /** Most combinations of method, fuel set, GWP set, place and year remembered. */
    private static final int MOST_PREPARED = 1024;

    private record Rules(int year, InventoryBasis basis) {}

    private final Map<Rules, PreparedBasis> prepared = new ConcurrentHashMap<>();
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
        Optional<PreparedBasis> prepared = prepare(request, missing);
        if (prepared.isEmpty()) {
            return Optional.empty();
        }
        ResolvedBasis basis = prepared.get().basis();
        List<SourceReadings> sources = SourceReadings.group(request.entries());
        new CoverageCheck(request, basis.method(), missing).check(sources);
        new UnusedParameterCheck(basis.method(), missing).check(request);
        ReadingCalculator calculator = new ReadingCalculator(
                prepared.get(), factors, units, new MeasuredParameters(request, basis.method()), assumptions);
        List<CalculatedSource> calculated = new ArrayList<>();
        for (SourceReadings source : sources) {
            calculator.calculate(source, missing).ifPresent(calculated::add);
        }
        return Optional.of(new Calculated(basis, calculated));
    }

    /** The rules of the request; those found before are remembered with the parameters that follow from them. */
    private Optional<PreparedBasis> prepare(InventoryRequest request, List<Missing> missing) {
        Rules rules = new Rules(request.year(), request.basis());
        PreparedBasis known = prepared.get(rules);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PreparedBasis> found =
                basisResolver.resolve(request, missing).map(basis -> new PreparedBasis(basis, new DefaultParameters()));
        if (prepared.size() < MOST_PREPARED) {
            found.ifPresent(basis -> prepared.put(rules, basis));
        }
        return found;
    }
}
