// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.NotGradable.Refusal;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/**
 * Grades inventories.
 *
 * <p>Shape: {@code L = (emissions counted − deductions) ÷ denominator}; {@code K = L ÷ reference}, the reference being {@code
 * Σ emissions of peers ÷ Σ denominators of peers}, a percentile of the peers' L, or a published benchmark; the bands of L and
 * K come from the scheme. Units: L in the scheme's unit, K a pure number. Contract: a pure function, nothing rounded before a
 * bound is compared with, thread-safe. Errors: never throws on a request; {@link NotGradable} lists all reasons. Source: the
 * rule is in the scheme edition.
 */
public final class GradingEngine {
    private final SchemeCatalog schemes;

    public GradingEngine(SchemeCatalog schemes) {
        this.schemes = schemes;
    }

    /** The grade, or why there is none. */
    public GradeOutcome grade(GradingRequest request) {
        Optional<GradingScheme> scheme = schemes.find(request.scheme());
        if (scheme.isEmpty()) {
            return new NotGradable(List.of(new Refusal(
                    NotGradable.Reason.SCHEME,
                    new LocalText("未知的评价方案", "unknown scheme"),
                    request.scheme().toString(),
                    String.join(
                            ", ",
                            schemes.all().stream()
                                    .map(each -> each.ref().toString())
                                    .toList()))));
        }
        return grade(scheme.get(), request);
    }

    /** The grade by a scheme at hand, whatever scheme the request names. */
    public static GradeOutcome grade(GradingScheme scheme, GradingRequest request) {
        List<Refusal> refusals = new GradableCheck(scheme).check(request);
        Quantity denominator = request.denominator(scheme.denominator());
        if (!refusals.isEmpty() || denominator == null || !(request.inventory() instanceof Inventory inventory)) {
            return new NotGradable(refusals);
        }
        return grade(scheme, inventory, denominator, request);
    }

    private static Grade grade(
            GradingScheme scheme, Inventory inventory, Quantity denominator, GradingRequest request) {
        Deductions deductions = request.deductions();
        Quantity gross = counted(scheme, inventory);
        Quantity net = net(scheme, inventory, deductions);
        Quantity intensity = net.dividedBy(denominator).in(scheme.intensityUnit());
        Fraction reference = ReferenceValue.of(scheme, request.peers());
        Quantity average = new Quantity(
                        reference.value(), Unit.coherent(scheme.intensityUnit().dimension()))
                .in(scheme.intensityUnit());
        BigDecimal ratio = intensity.dividedBy(average).amount();
        BigDecimal divisor = denominator.coherentAmount();
        Band level = scheme.levels()
                .bandOf(
                        net.coherentAmount(),
                        divisor.multiply(scheme.intensityUnit().coherentFactor()));
        Band grade = scheme.grades()
                .bandOf(
                        net.coherentAmount().multiply(reference.denominator()),
                        divisor.multiply(reference.numerator()));
        PeerSet peers = scheme.reference().needsPeers() ? request.peers() : null;
        return new Grade(
                scheme.ref(),
                scheme.numerator(),
                gross,
                net,
                all(scheme, inventory).minus(gross),
                denominator,
                intensity,
                level,
                average,
                peers == null ? 0 : peers.rows().size(),
                peers == null ? request.industry() : peers.industry(),
                peers == null ? inventory.year() : peers.year(),
                source(scheme, peers),
                ratio,
                grade,
                share(in(scheme, deductions.subtracted().plus(deductions.offsets())), gross),
                toReach(scheme.grades().better(grade), average, net, denominator),
                toReach(scheme.levels().better(level), Quantity.of("1", scheme.intensityUnit()), net, denominator),
                scheme.reference());
    }

    /** The emissions of an inventory that a scheme grades: those counted, less deductions; tCO2 or tCO2e. */
    public static Quantity net(GradingScheme scheme, Inventory inventory, Deductions deductions) {
        return counted(scheme, inventory).minus(in(scheme, deductions.subtracted()));
    }

    private static String source(GradingScheme scheme, @Nullable PeerSet peers) {
        if (peers != null) {
            return peers.source();
        }
        return scheme.reference() instanceof Reference.Benchmark benchmark ? benchmark.from() : "";
    }

    private static Quantity counted(GradingScheme scheme, Inventory inventory) {
        return switch (scheme.numerator()) {
            case ENERGY_CO2 -> inventory.totals().energyCo2();
            case TOTAL -> all(scheme, inventory);
            case TOTAL_CO2E -> inventory.totals().total();
        };
    }

    /** All that the inventory holds of what the scheme counts. */
    private static Quantity all(GradingScheme scheme, Inventory inventory) {
        return scheme.numerator() == GradingScheme.Numerator.TOTAL_CO2E
                ? inventory.totals().total()
                : inventory.totals().energyCo2().plus(inventory.totals().processCo2());
    }

    /** CO2 in the dimension that the scheme counts in: 1 tCO2 is 1 tCO2e. */
    private static Quantity in(GradingScheme scheme, Quantity co2) {
        return scheme.numerator() == GradingScheme.Numerator.TOTAL_CO2E
                ? new Quantity(co2.coherentAmount(), Unit.coherent(Dimension.CO2E))
                : co2;
    }

    private static Quantity share(Quantity part, Quantity whole) {
        return whole.signum() == 0 ? Quantity.zero(Dimension.NONE) : part.dividedBy(whole);
    }

    /** Net CO2 above the bound of the better band, the bound being a multiple of {@code step}. */
    private static @Nullable Quantity toReach(
            @Nullable Band better, Quantity step, Quantity net, Quantity denominator) {
        BigDecimal bound = better == null ? null : better.upperBound();
        return bound == null
                ? null
                : net.minus(new Quantity(bound, Unit.ONE).times(step).times(denominator));
    }
}
