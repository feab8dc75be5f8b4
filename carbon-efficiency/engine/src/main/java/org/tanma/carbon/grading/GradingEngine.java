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
 * <p>Shape: {@code L = (CO2 counted − deductions) ÷ value added}; {@code K = L ÷ (Σ emissions of peers ÷ Σ value added of
 * peers)}; the bands of L and K come from the scheme. Units: L in the scheme's unit, K a pure number. Contract: a pure
 * function, nothing rounded, thread-safe. Errors: never throws on a request; {@link NotGradable} lists all reasons.
 * Source: the rule is in the scheme edition.
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
        List<Refusal> refusals = new GradableCheck(scheme.get()).check(request);
        Quantity valueAdded = request.valueAdded();
        PeerSet peers = request.peers();
        if (!refusals.isEmpty()
                || valueAdded == null
                || peers == null
                || !(request.inventory() instanceof Inventory inventory)) {
            return new NotGradable(refusals);
        }
        return grade(scheme.get(), inventory, valueAdded, request.deductions(), peers);
    }

    private static Grade grade(
            GradingScheme scheme, Inventory inventory, Quantity valueAdded, Deductions deductions, PeerSet peers) {
        Quantity gross = counted(scheme, inventory);
        Quantity net = gross.minus(deductions.subtracted());
        Quantity intensity = net.dividedBy(valueAdded).in(scheme.intensityUnit());
        Quantity average =
                peers.totalEmission().dividedBy(peers.totalValueAdded()).in(scheme.intensityUnit());
        BigDecimal ratio = intensity.dividedBy(average).amount();
        BigDecimal money = valueAdded.coherentAmount();
        Band level = scheme.levels()
                .bandOf(
                        net.coherentAmount(),
                        money.multiply(scheme.intensityUnit().coherentFactor()));
        Band grade = scheme.grades()
                .bandOf(
                        net.coherentAmount().multiply(peers.totalValueAdded().coherentAmount()),
                        money.multiply(peers.totalEmission().coherentAmount()));
        Quantity all = inventory.totals().energyCo2().plus(inventory.totals().processCo2());
        return new Grade(
                scheme.ref(),
                scheme.numerator(),
                gross,
                net,
                all.minus(gross),
                valueAdded,
                intensity,
                level,
                average,
                peers.rows().size(),
                peers.industry(),
                peers.year(),
                peers.source(),
                ratio,
                grade,
                share(deductions.subtracted().plus(deductions.offsets()), gross),
                toReach(scheme.grades().better(grade), average, net, valueAdded),
                toReach(scheme.levels().better(level), Quantity.of("1", scheme.intensityUnit()), net, valueAdded));
    }

    private static Quantity counted(GradingScheme scheme, Inventory inventory) {
        return switch (scheme.numerator()) {
            case ENERGY_CO2 -> inventory.totals().energyCo2();
            case TOTAL -> inventory.totals().energyCo2().plus(inventory.totals().processCo2());
        };
    }

    private static Quantity share(Quantity part, Quantity whole) {
        return whole.signum() == 0 ? Quantity.zero(Dimension.NONE) : part.dividedBy(whole);
    }

    /** Net CO2 above the bound of the better band, the bound being a multiple of {@code step}. */
    private static @Nullable Quantity toReach(@Nullable Band better, Quantity step, Quantity net, Quantity valueAdded) {
        BigDecimal bound = better == null ? null : better.upperBound();
        return bound == null
                ? null
                : net.minus(new Quantity(bound, Unit.ONE).times(step).times(valueAdded));
    }
}
