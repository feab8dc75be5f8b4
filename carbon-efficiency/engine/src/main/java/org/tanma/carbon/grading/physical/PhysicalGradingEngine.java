// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.physical;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.grading.SchemeCatalog;
import org.tanma.carbon.grading.physical.PhysicalGrade.ReferenceLine;
import org.tanma.carbon.grading.physical.PhysicalOutcome.NotGraded;
import org.tanma.carbon.grading.physical.PhysicalOutcome.Refusal;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodCatalog;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.text.LocalText;

/**
 * Grades products by their energy.
 *
 * <p>Shape: {@code intensity = Σ (energy of a reading × share of its source) ÷ output}; grade 1, 2 or 3 where it is at most the
 * level of that number, the bound included, and 4 above the last. Units: those of the levels (kgce/t, kWh/t …). Contract: a
 * pure function, compared without forming a quotient, thread-safe. Errors: never throws on a request; {@link NotGraded} lists
 * all reasons. Source: the energy limit that each level names; the rule is in the scheme edition.
 */
public final class PhysicalGradingEngine {
    private static final int LAST_DAY_OF_YEAR = 31;
    private static final String COMPARED = "output";

    private final SchemeCatalog schemes;
    private final FactorCatalog factors;
    private final MethodCatalog methods;
    private final UnitCatalog units;

    public PhysicalGradingEngine(
            SchemeCatalog schemes, FactorCatalog factors, MethodCatalog methods, UnitCatalog units) {
        this.schemes = schemes;
        this.factors = factors;
        this.methods = methods;
        this.units = units;
    }

    /** One outcome for each product of the request, by product id. */
    public List<PhysicalOutcome> grade(PhysicalRequest request, InventoryOutcome inventory) {
        return request.products().stream()
                .sorted(Comparator.comparing(PhysicalRequest.Made::product))
                .map(made -> grade(request, made, inventory))
                .toList();
    }

    /**
     * The energy of all readings of an inventory in standard coal; empty where some coefficient is not known.
     *
     * @param given coefficients that the enterprise gives, by carrier
     */
    public Optional<Quantity> comprehensiveEnergy(
            PhysicalScheme scheme, Inventory inventory, Map<String, MeasuredValue> given) {
        EnergyUse use = new EnergyUse(scheme, factors, method(inventory), inventory.request(), given);
        Quantity sum = use.of(PhysicalScheme.Measure.COMPREHENSIVE).stream()
                .map(EnergyUse.Used::energy)
                .reduce(Quantity.zero(Dimension.ENERGY), Quantity::plus);
        return use.refusals().isEmpty() ? Optional.of(sum.in(units.get("tce"))) : Optional.empty();
    }

    private AccountingMethod method(Inventory inventory) {
        return methods.find(inventory.method())
                .orElseThrow(() -> new IllegalStateException("no method " + inventory.method()));
    }

    private PhysicalOutcome grade(PhysicalRequest request, PhysicalRequest.Made made, InventoryOutcome outcome) {
        Optional<PhysicalScheme> scheme = schemes.find(request.scheme(), PhysicalScheme.class);
        if (scheme.isEmpty()) {
            String known = String.join(
                    ", ",
                    schemes.all().stream()
                            .filter(PhysicalScheme.class::isInstance)
                            .map(each -> each.ref().toString())
                            .toList());
            return refused(
                    request,
                    made,
                    new Refusal(
                            "scheme",
                            new LocalText("未知的物理强度评价方案", "unknown scheme of physical intensity"),
                            request.scheme().toString(),
                            known));
        }
        Optional<PhysicalScheme.Product> product = scheme.get().find(made.product());
        if (product.isEmpty()) {
            return refused(
                    request,
                    made,
                    new Refusal(
                            "product",
                            new LocalText("方案没有该产品的能耗限额", "the scheme has no energy limit for this product"),
                            made.product(),
                            String.join(", ", scheme.get().products().keySet())));
        }
        if (outcome instanceof Incomplete incomplete) {
            return refused(
                    request,
                    made,
                    new Refusal(
                            "inventory",
                            new LocalText("排放清单不完整", "the inventory is incomplete"),
                            Integer.toString(incomplete.missing().size()),
                            "0"));
        }
        return new OneProduct(scheme.get(), product.get(), request, made, (Inventory) outcome).grade();
    }

    private static NotGraded refused(PhysicalRequest request, PhysicalRequest.Made made, Refusal refusal) {
        return new NotGraded(request.scheme(), made.product(), List.of(refusal));
    }

    /** One product of one request. */
    private final class OneProduct {
        private final PhysicalScheme scheme;
        private final PhysicalScheme.Product product;
        private final PhysicalRequest request;
        private final PhysicalRequest.Made made;
        private final Inventory inventory;
        private final List<Refusal> refusals = new ArrayList<>();

        OneProduct(
                PhysicalScheme scheme,
                PhysicalScheme.Product product,
                PhysicalRequest request,
                PhysicalRequest.Made made,
                Inventory inventory) {
            this.scheme = scheme;
            this.product = product;
            this.request = request;
            this.made = made;
            this.inventory = inventory;
        }

        PhysicalOutcome grade() {
            @Nullable LocalDate asked = request.limitsOn();
            LocalDate day = asked == null ? LocalDate.of(inventory.year(), Month.DECEMBER, LAST_DAY_OF_YEAR) : asked;
            ReferenceLines levels = new ReferenceLines(product, factors, day, made.figures());
            List<ReferenceLine> lines = levels.lines();
            refusals.addAll(levels.refusals());
            checkOutput(lines);
            EnergyUse use =
                    new EnergyUse(scheme, factors, method(inventory), inventory.request(), request.standardCoal());
            List<EnergyUse.Used> used = use.of(product.measure()).stream()
                    .filter(each -> made.shares().isEmpty()
                            || made.shares().containsKey(each.entry().source()))
                    .toList();
            refusals.addAll(use.refusals());
            checkSources(used);
            return refusals.isEmpty() ? graded(lines, used) : new NotGraded(scheme.ref(), product.id(), refusals);
        }

        private void checkOutput(List<ReferenceLine> lines) {
            if (lines.isEmpty()) {
                return;
            }
            Dimension needed = Dimension.ENERGY.per(lines.get(0).value().dimension());
            if (made.output().signum() <= 0 || !made.output().dimension().equals(needed)) {
                refusals.add(new Refusal(
                        COMPARED,
                        new LocalText("产量不为正或计量单位不符", "output is not above zero, or measured otherwise"),
                        made.output().toString(),
                        "> 0 " + needed.coherentSymbol()));
            }
        }

        private void checkSources(List<EnergyUse.Used> used) {
            for (String source : made.shares().keySet()) {
                if (used.stream().noneMatch(each -> each.entry().source().equals(source))) {
                    refusals.add(new Refusal(
                            "source",
                            new LocalText("清单中该排放源没有计入的能源", "the inventory has no energy that counts from this source"),
                            source,
                            String.join(
                                    ", ",
                                    inventory.sources().stream()
                                            .map(each -> each.source())
                                            .distinct()
                                            .sorted()
                                            .toList())));
                }
            }
            if (used.isEmpty() && refusals.isEmpty()) {
                refusals.add(new Refusal(
                        "energy",
                        new LocalText("清单中没有计入该产品的能源", "the inventory has no energy that counts for the product"),
                        "0",
                        "> 0"));
            }
        }

        private PhysicalGrade graded(List<ReferenceLine> lines, List<EnergyUse.Used> used) {
            EnergyParts parts =
                    new EnergyParts(used, made.shares(), lines.get(0).printed(), units);
            Quantity energy = parts.total();
            Quality quality = used.stream().map(EnergyUse.Used::quality).reduce(Quality.OFFICIAL, Quality::worse);
            for (ReferenceLine line : lines) {
                quality = quality.worse(line.printed().quality());
            }
            int grade = PhysicalScheme.LEVELS + 1;
            @Nullable Quantity better = null;
            for (ReferenceLine line : lines) {
                Quantity bound = bound(line);
                if (parts.exact().compareTo(bound) <= 0) {
                    grade = line.level();
                    break;
                }
                better = energy.minus(bound);
            }
            return new PhysicalGrade(
                    scheme.ref(),
                    product.id(),
                    product.title(),
                    product.measure(),
                    made.output(),
                    energy,
                    energy.dividedBy(made.output()).in(lines.get(0).value().unit()),
                    made.shares().isEmpty(),
                    lines,
                    grade,
                    scheme.labels().get(grade - 1),
                    better,
                    parts.lines(),
                    quality);
        }

        /** The energy that the output may take at a level: exact, for a level and an output have few digits. */
        private Quantity bound(ReferenceLine line) {
            return line.value().times(made.output());
        }
    }
}
