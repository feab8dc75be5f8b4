// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/** What holds of every kind of calculation, whatever its parameters. */
class CalculationProperties {
    /** Stocks and sludge add to the amount, so these are not proportional to it. */
    private static final Set<CalculationKind> WITH_A_STOCK = Set.of(
            CalculationKind.GAS_STOCK_BALANCE, CalculationKind.SHIELDING_GAS, CalculationKind.WASTE_WATER_METHANE);

    private static final Set<Parameter> SMALLER_OF_TWO = Set.of(
            Parameter.CAO_NOT_CARBONATE,
            Parameter.MGO_NOT_CARBONATE,
            Parameter.FEEDWATER_ENTHALPY,
            Parameter.FEEDWATER_TEMPERATURE,
            Parameter.COD_OUT,
            Parameter.CLOSING_STOCK,
            Parameter.TRANSFERRED_OUT,
            Parameter.SLUDGE_COD);

    private static Quantity of(BigDecimal amount, Dimension dimension) {
        return new Quantity(amount, Unit.coherent(dimension));
    }

    /** Gives every parameter a figure that follows from the seed: below 0.4, or above it where two are subtracted. */
    private static final class Figures implements ParameterLookup {
        private final long seed;

        Figures(long seed) {
            this.seed = seed;
        }

        @Override
        public Optional<ParameterSet> require(List<Need> needs) {
            List<TraceInput> inputs = new ArrayList<>();
            for (Need need : needs) {
                int tenths = new Random(seed + need.parameter().ordinal()).nextInt(300) + 1;
                BigDecimal figure =
                        new BigDecimal(tenths).movePointLeft(SMALLER_OF_TWO.contains(need.parameter()) ? 5 : 3);
                inputs.add(new TraceInput(
                        need.parameter().symbol(),
                        need.parameter().label(),
                        of(
                                figure.add(
                                        SMALLER_OF_TWO.contains(need.parameter())
                                                ? BigDecimal.ZERO
                                                : new BigDecimal("0.01")),
                                need.dimension()),
                        new Origin.Computed("test")));
            }
            return Optional.of(new ParameterSet(inputs));
        }

        @Override
        public Optional<Gas> gas() {
            return Optional.of(Gas.SF6);
        }

        @Override
        public void refuse(Parameter parameter, LocalText what, String given, String allowed, LocalText hint) {
            throw new AssertionError(parameter + ": " + what.en() + ", " + given);
        }
    }

    @Property(tries = 30)
    void emission_isProportionalToTheAmount(
            @ForAll long seed, @ForAll @BigRange(min = "0.001", max = "100000") @Scale(3) BigDecimal factor) {
        for (CalculationKind kind : CalculationKind.values()) {
            if (!WITH_A_STOCK.contains(kind)) {
                for (Dimension dimension : kind.calculation().activityDimensions()) {
                    Computed once = compute(kind, of(BigDecimal.ONE, dimension), seed);
                    Computed many = compute(kind, of(factor, dimension), seed);
                    assertNear(kind, many.co2(), once.co2(), factor);
                    for (int i = 0; i < once.otherGases().size(); i++) {
                        assertNear(
                                kind,
                                many.otherGases().get(i).massT(),
                                once.otherGases().get(i).massT(),
                                factor);
                    }
                }
            }
        }
    }

    @Property(tries = 30)
    void emission_neverFallsWhenTheAmountRises(
            @ForAll long seed, @ForAll @BigRange(min = "0.001", max = "100000") @Scale(3) BigDecimal more) {
        for (CalculationKind kind : CalculationKind.values()) {
            if (kind != CalculationKind.SHIELDING_GAS) {
                Dimension dimension = kind.calculation().activityDimensions().get(0);
                BigDecimal amount = new BigDecimal("1000");
                Computed before = compute(kind, of(amount, dimension), seed);
                Computed after = compute(kind, of(amount.add(more), dimension), seed);
                assertThat(after.co2()).as(kind.code()).isGreaterThanOrEqualTo(before.co2());
                for (int i = 0; i < before.otherGases().size(); i++) {
                    assertThat(after.otherGases().get(i).massT())
                            .as(kind.code())
                            .isGreaterThan(before.otherGases().get(i).massT());
                }
            }
        }
    }

    /** Otherwise a reader could not redo the figure from what the trace prints. */
    @Property(tries = 1)
    void formula_namesEveryParameter_andResultsMeasureGases() {
        for (CalculationKind kind : CalculationKind.values()) {
            Calculation calculation = kind.calculation();
            String formula = " " + calculation.formula().replaceAll("[^\\p{L}\\p{N}/]", " ") + " ";
            assertThat(calculation.parameters())
                    .as(kind.code())
                    .allSatisfy(parameter -> assertThat(formula).contains(" " + parameter.symbol() + " "));
            if (kind != CalculationKind.SHIELDING_GAS) {
                Computed computed = compute(
                        kind,
                        of(
                                new BigDecimal("1000"),
                                calculation.activityDimensions().get(0)),
                        7);
                assertThat(computed.co2().dimension())
                        .as(kind.code())
                        .isEqualTo(kind.code().startsWith("value-chain") ? Dimension.CO2E : Dimension.CO2);
                assertThat(computed.co2().signum() != 0
                                || !computed.otherGases().isEmpty())
                        .as(kind.code())
                        .isTrue();
                assertThat(computed.inputs()).hasSameSizeAs(calculation.parameters());
            }
        }
    }

    private static Computed compute(CalculationKind kind, Quantity amount, long seed) {
        return kind.calculation().compute(amount, new Figures(seed)).orElseThrow();
    }

    private static void assertNear(CalculationKind kind, Quantity many, Quantity once, BigDecimal factor) {
        BigDecimal expected = once.amount().multiply(factor, MathContext.DECIMAL128);
        assertThat(many.amount().subtract(expected).abs())
                .as(kind.code())
                .isLessThanOrEqualTo(expected.abs().multiply(new BigDecimal("1e-28")));
    }
}
