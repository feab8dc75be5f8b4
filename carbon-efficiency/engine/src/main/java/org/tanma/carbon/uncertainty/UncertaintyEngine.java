// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.GeographyCatalog;
import org.tanma.carbon.inventory.ActivityId;
import org.tanma.carbon.inventory.InventoryEngine;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.ReadingModel;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;

/**
 * Computes how uncertain an inventory's total is (scope 1 and 2; scope 3 is left out).
 *
 * <p>Propagation is approach 1 of the 2006 IPCC Guidelines, Volume 1, chapter 3: within a product equation 3.1, within a sum
 * equation 3.2. Both hold for independent errors; here figures are independent of each other, and readings that rest on the
 * same figure share its error, so that its effects are added up before they are squared:
 * {@code U = 1.96σ = √Σ_k (Σ_r x_k·∂E_r/∂x_k · u_k)²}, k the figures, r the readings. GWP values and figures that a method
 * fixes count as exact. Contract: a pure function, thread-safe, the order of entries plays no part.
 */
public final class UncertaintyEngine {
    /** The edition of the default table. */
    public static final EditionRef DEFAULTS = EditionRef.parse("uncertainty/2026");

    /** Significant digits of percentages and simulated figures. */
    static final int DIGITS = 6;

    static final MathContext ROUNDED = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final InventoryEngine engine;
    private final FactorCatalog factors;
    private final GeographyCatalog geographies;

    public UncertaintyEngine(InventoryEngine engine, FactorCatalog factors, GeographyCatalog geographies) {
        this.engine = engine;
        this.factors = factors;
        this.geographies = geographies;
    }

    /** The uncertainty of a request's inventory by propagation; empty where the request makes no inventory. */
    public Optional<Propagation> propagate(InventoryRequest request) {
        List<ReadingModel> models = models(request);
        return models.isEmpty() ? Optional.empty() : Optional.of(propagate(request, models));
    }

    /**
     * The uncertainty of a request's inventory by drawing samples; empty where the request makes no inventory.
     *
     * @param seed the same seed gives the same result, on any machine
     * @param draws {@value Simulation#MIN_DRAWS} to {@value Simulation#MAX_DRAWS}
     */
    public Optional<Simulation> simulate(InventoryRequest request, long seed, int draws) {
        List<ReadingModel> models = models(request);
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of(new Simulator(inputs(request), models).run(seed, draws));
    }

    private UncertainInputs inputs(InventoryRequest request) {
        return new UncertainInputs(request, factors, geographies, DEFAULTS);
    }

    private List<ReadingModel> models(InventoryRequest request) {
        return engine.models(request, List.of()).stream()
                .filter(model -> !model.term().isValueChain())
                .toList();
    }

    private Propagation propagate(InventoryRequest request, List<ReadingModel> models) {
        UncertainInputs uncertainties = inputs(request);
        Effects total = new Effects();
        Map<String, Effects> bySource = new TreeMap<>();
        for (ReadingModel model : models) {
            String name = model.entry().source() + "\n" + model.entry().activity();
            Effects ofSource = bySource.computeIfAbsent(name, key -> new Effects());
            BigDecimal emission = model.emission().amount();
            total.emission = total.emission.add(emission, PRECISION);
            ofSource.emission = ofSource.emission.add(emission, PRECISION);
            if (emission.signum() != 0) {
                addEffects(uncertainties, model, total, ofSource);
            }
        }
        BigDecimal half = total.halfWidth();
        return new Propagation(
                DEFAULTS,
                co2e(total.emission),
                total.percent(),
                co2e(total.emission.subtract(half, PRECISION)),
                co2e(total.emission.add(half, PRECISION)),
                bySource.entrySet().stream()
                        .map(entry -> source(entry.getKey(), entry.getValue()))
                        .toList(),
                total.contributions());
    }

    private static void addEffects(UncertainInputs uncertainties, ReadingModel model, Effects total, Effects ofSource) {
        Sensitivities sensitivities = new Sensitivities(model);
        for (int i = 0; i < sensitivities.size(); i++) {
            UncertainInput input = i == 0
                    ? uncertainties.ofAmount(model)
                    : uncertainties.of(model, model.inputs().get(i - 1));
            if (input.percent().signum() != 0) {
                BigDecimal effect = sensitivities
                        .relativeDerivative(i)
                        .multiply(input.percent(), PRECISION)
                        .divide(HUNDRED, PRECISION);
                total.add(input, effect);
                ofSource.add(input, effect);
            }
        }
    }

    private static SourceUncertainty source(String name, Effects effects) {
        int end = name.indexOf('\n');
        return new SourceUncertainty(
                name.substring(0, end),
                ActivityId.parse(name.substring(end + 1)),
                co2e(effects.emission),
                effects.percent());
    }

    static Quantity co2e(BigDecimal amount) {
        return new Quantity(amount, Unit.coherent(Dimension.CO2E));
    }

    /** What each figure does to one sum; tCO2e. */
    private static final class Effects {
        private final Map<String, UncertainInput> inputs = new TreeMap<>();
        private final Map<String, BigDecimal> byInput = new TreeMap<>();
        private BigDecimal emission = BigDecimal.ZERO;

        void add(UncertainInput input, BigDecimal effect) {
            inputs.put(input.id(), input);
            byInput.merge(input.id(), effect, (a, b) -> a.add(b, PRECISION));
        }

        BigDecimal variance() {
            return byInput.values().stream()
                    .map(effect -> effect.multiply(effect, PRECISION))
                    .reduce(BigDecimal.ZERO, (a, b) -> a.add(b, PRECISION));
        }

        /** Half the 95 % interval, rounded. */
        BigDecimal halfWidth() {
            return variance().sqrt(PRECISION).round(ROUNDED);
        }

        @Nullable
        BigDecimal percent() {
            return emission.signum() == 0
                    ? null
                    : variance()
                            .sqrt(PRECISION)
                            .multiply(HUNDRED, PRECISION)
                            .divide(emission.abs(), ROUNDED)
                            .stripTrailingZeros();
        }

        List<InputContribution> contributions() {
            BigDecimal all = variance();
            List<InputContribution> contributions = new ArrayList<>();
            byInput.forEach((id, effect) -> {
                UncertainInput input = inputs.get(id);
                if (input != null && effect.signum() != 0) {
                    contributions.add(new InputContribution(
                            input,
                            effect.multiply(effect, PRECISION)
                                    .divide(all, ROUNDED)
                                    .stripTrailingZeros()));
                }
            });
            contributions.sort(Comparator.comparing(InputContribution::varianceShare, Comparator.reverseOrder())
                    .thenComparing(contribution -> contribution.input().id()));
            return contributions;
        }
    }
}
