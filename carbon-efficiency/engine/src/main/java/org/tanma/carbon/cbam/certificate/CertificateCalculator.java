// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam.certificate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.certificate.ImportCase.Emissions;
import org.tanma.carbon.cbam.certificate.ImportCase.Price;
import org.tanma.carbon.cbam.goods.CbamCatalog;
import org.tanma.carbon.cbam.goods.CbamGood;
import org.tanma.carbon.cbam.goods.DefaultValue;
import org.tanma.carbon.cbam.goods.DefaultValues;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.FallbackLevel;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/**
 * Counts the certificates of an import.
 *
 * <p>Shape: max(0, embedded − free allocation) per tonne. Default values take the mark-up of the year once and column B of the
 * benchmarks; actual emissions take column A and the free allocation of the precursors. An importer whose goods of the year do
 * not exceed the mass threshold owes none; hydrogen and electricity have no threshold. Source: Regulation (EU) 2023/956,
 * Articles 2a, 9 and 31; the use of the columns is known at second hand.
 */
public final class CertificateCalculator {
    private static final Dimension PER_MASS = Dimension.CO2E.per(Dimension.MASS);
    private static final LocalText EMBEDDED = new LocalText("隐含排放", "embedded emissions");

    private final CbamCatalog catalog;
    private final GoodsMade made;
    private final List<Missing> missing;
    private final Consumer<FactorMatch> used;
    private final FreeAllocation allocation;

    /**
     * @param catalog goods, default values, benchmarks
     * @param made goods of the installation of the request
     * @param missing takes what is missing
     * @param used takes every published figure that is used
     */
    public CertificateCalculator(
            CbamCatalog catalog, GoodsMade made, List<Missing> missing, Consumer<FactorMatch> used) {
        this.catalog = catalog;
        this.made = made;
        this.missing = missing;
        this.used = used;
        this.allocation = new FreeAllocation(catalog, missing, used);
    }

    /** What goes into the difference. */
    private record Parts(Quantity embedded, Quantity free, List<TraceInput> inputs, String formula) {}

    /** The certificates of an import; empty if something is missing, which is then noted. */
    public Optional<CertificateResult> compute(ImportCase asked) {
        String path = "imports/" + asked.id();
        int before = missing.size();
        Optional<CbamGood> good = catalog.findGood(asked.cn()).filter(CbamGood::isCovered);
        if (good.isEmpty()) {
            missing.add(new Missing(
                    Missing.Reason.FACTOR,
                    path + "/cn",
                    new LocalText("CBAM 不涵盖该编码", "CBAM does not cover this code"),
                    asked.cn(),
                    "",
                    new LocalText("核对 CN 编码，只写数字", "check the CN code, digits only")));
            return Optional.empty();
        }
        checkMass(asked.netMass(), path + "/netMass");
        checkMass(asked.importerMass(), path + "/importerMass");
        Optional<Parts> parts = parts(asked, good.get(), path);
        Optional<BigDecimal> price = price(asked.price(), path);
        Optional<FactorMatch> threshold = threshold(asked, good.get());
        if (missing.size() > before || parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(result(asked, parts.get(), price, threshold));
    }

    private CertificateResult result(
            ImportCase asked, Parts parts, Optional<BigDecimal> price, Optional<FactorMatch> threshold) {
        @Nullable Quantity importerMass = asked.importerMass();
        boolean isExempt = importerMass != null
                && threshold.isPresent()
                && importerMass.compareTo(threshold.get().factor().value()) <= 0;
        Quantity difference = parts.embedded().minus(parts.free());
        Quantity perTonne = difference.signum() < 0 ? Quantity.zero(PER_MASS) : difference;
        List<TraceInput> inputs = new ArrayList<>(parts.inputs());
        if (importerMass != null && threshold.isPresent()) {
            inputs.add(new TraceInput(
                    "T",
                    new LocalText("免除的净重上限", "mass threshold"),
                    threshold.get().factor().value(),
                    new Origin.FromFactor(threshold.get())));
        }
        Quantity due = isExempt ? Quantity.zero(PER_MASS) : perTonne;
        @Nullable Quantity mass = asked.netMass();
        @Nullable Quantity total = mass == null ? null : due.times(mass);
        @Nullable
        BigDecimal costPerTonne = price.map(euro -> cost(due.coherentAmount(), euro, asked.paidPerTonne()))
                .orElse(null);
        @Nullable
        BigDecimal cost = costPerTonne == null || mass == null
                ? null
                : costPerTonne.multiply(mass.coherentAmount(), MathContext.DECIMAL128);
        return new CertificateResult(
                asked.id(),
                parts.embedded(),
                parts.free(),
                perTonne,
                isExempt,
                total,
                costPerTonne,
                cost,
                new TraceNode(
                        "imports/" + asked.id(),
                        new LocalText("每吨应交证书", "certificates per tonne"),
                        "max(0, " + parts.formula() + ")",
                        inputs,
                        perTonne,
                        List.of()));
    }

    private static BigDecimal cost(BigDecimal certificates, BigDecimal euro, @Nullable BigDecimal paid) {
        BigDecimal gross = certificates.multiply(euro, MathContext.DECIMAL128);
        return paid == null
                ? gross
                : gross.subtract(paid, MathContext.DECIMAL128).max(BigDecimal.ZERO);
    }

    private Optional<Parts> parts(ImportCase asked, CbamGood good, String path) {
        if (asked.emissions() instanceof Emissions.Default asDefault) {
            return byDefault(asked, asDefault, good, path);
        }
        if (asked.emissions() instanceof Emissions.FromProcess from) {
            return made.find(from.process(), asked.year(), path)
                    .map(found -> new Parts(
                            found.embedded(),
                            found.freeAllocation(),
                            List.of(
                                    new TraceInput(
                                            "SEE", EMBEDDED, found.embedded(), new Origin.Computed(found.node())),
                                    new TraceInput(
                                            "SEFA",
                                            new LocalText("免费份额（含前体）", "free allocation, precursors included"),
                                            found.freeAllocation(),
                                            new Origin.Computed(found.node()))),
                            "SEE − SEFA"));
        }
        return actual(asked, (Emissions.Actual) asked.emissions(), path);
    }

    private Optional<Parts> actual(ImportCase asked, Emissions.Actual actual, String path) {
        boolean isSound = isPerMass(actual.embedded(), path + "/embedded")
                & isPerMass(actual.precursorAllocation(), path + "/precursorAllocation");
        Optional<FreeAllocation.Share> share = allocation.find(asked.cn(), "A", asked.route(), asked.year(), path);
        if (!isSound || share.isEmpty()) {
            return Optional.empty();
        }
        List<TraceInput> inputs = new ArrayList<>();
        inputs.add(measured(asked, "SEE", EMBEDDED, actual.embedded()));
        inputs.addAll(share.get().inputs());
        inputs.add(measured(
                asked,
                "SEFA_p",
                new LocalText("前体的免费份额", "free allocation of precursors"),
                actual.precursorAllocation()));
        return Optional.of(new Parts(
                actual.embedded().value(),
                share.get().value().plus(actual.precursorAllocation().value()),
                inputs,
                "SEE − F × C × BM − SEFA_p"));
    }

    private Optional<Parts> byDefault(ImportCase asked, Emissions.Default asDefault, CbamGood good, String path) {
        Optional<DefaultValue> found =
                new DefaultValues(catalog).choose(asked.cn(), asked.origin(), asDefault.variant(), path, missing);
        Optional<FactorMatch> markUp = catalog.find("mark-up." + good.sector(), LocalDate.of(asked.year(), 12, 31));
        @Nullable String askedRoute = asked.route();
        String route =
                askedRoute != null ? askedRoute : found.map(DefaultValue::route).orElse("");
        Optional<FreeAllocation.Share> share = allocation.find(asked.cn(), "B", route, asked.year(), path);
        if (markUp.isEmpty()) {
            missing.add(new Missing(
                    Missing.Reason.PERIOD,
                    path + "/year",
                    new LocalText("没有该年的默认值加成", "no mark-up of default values of that year"),
                    String.valueOf(asked.year()),
                    catalog.all("mark-up." + good.sector()).stream()
                            .map(factor -> String.valueOf(factor.validFrom()).substring(0, 4))
                            .collect(Collectors.joining(", ")),
                    new LocalText("使用所列年份或其后", "use a year from those listed on")));
        }
        if (found.isEmpty() || markUp.isEmpty() || share.isEmpty()) {
            return Optional.empty();
        }
        FactorMatch total = new FactorMatch(found.get().total(), FallbackLevel.REQUESTED, 0);
        used.accept(total);
        used.accept(markUp.get());
        List<TraceInput> inputs = new ArrayList<>();
        inputs.add(new TraceInput(
                "DV", new LocalText("默认值", "default value"), total.factor().value(), new Origin.FromFactor(total)));
        inputs.add(new TraceInput(
                "m",
                new LocalText("默认值加成", "mark-up"),
                markUp.get().factor().value(),
                new Origin.FromFactor(markUp.get())));
        inputs.addAll(share.get().inputs());
        Quantity embedded = total.factor()
                .value()
                .times(Quantity.of("1", Unit.ONE).plus(markUp.get().factor().value()));
        return Optional.of(new Parts(embedded, share.get().value(), inputs, "DV × (1 + m) − F × C × BM"));
    }

    private static TraceInput measured(ImportCase asked, String symbol, LocalText label, MeasuredValue value) {
        return new TraceInput(symbol, label, value.value(), new Origin.Measured(asked.id(), value.evidence()));
    }

    private boolean isPerMass(MeasuredValue value, String path) {
        if (value.value().dimension().equals(PER_MASS) && value.value().signum() >= 0) {
            return true;
        }
        missing.add(new Missing(
                Missing.Reason.DIMENSION,
                path,
                new LocalText("应为每吨的排放，不小于 0", "emissions per tonne are needed, not below 0"),
                value.value().toString(),
                PER_MASS.coherentSymbol(),
                new LocalText("以 tCO2e/t 填写", "give it in tCO2e/t")));
        return false;
    }

    private void checkMass(@Nullable Quantity mass, String path) {
        if (mass != null && (!mass.dimension().equals(Dimension.MASS) || mass.signum() < 0)) {
            missing.add(new Missing(
                    Missing.Reason.DIMENSION,
                    path,
                    new LocalText("应为质量，不小于 0", "a mass is needed, not below 0"),
                    mass.toString(),
                    "t",
                    new LocalText("以吨或千克填写", "give it in t or kg")));
        }
    }

    private Optional<FactorMatch> threshold(ImportCase asked, CbamGood good) {
        boolean hasThreshold =
                !good.sector().equals("hydrogen") && !good.sector().equals("electricity");
        Optional<FactorMatch> threshold =
                hasThreshold ? catalog.find("exempt-net-mass", LocalDate.of(asked.year(), 12, 31)) : Optional.empty();
        if (asked.importerMass() != null) {
            threshold.ifPresent(used);
        }
        return threshold;
    }

    private Optional<BigDecimal> price(Price price, String path) {
        if (price instanceof Price.Given given) {
            return Optional.of(given.euro());
        }
        if (price instanceof Price.OfQuarter quarter) {
            Optional<FactorMatch> match = catalog.find("price", LocalDate.of(quarter.year(), quarter.quarter() * 3, 1));
            if (match.isEmpty()) {
                missing.add(new Missing(
                        Missing.Reason.FACTOR,
                        path + "/price",
                        new LocalText("没有该季度的价格", "no price of that quarter"),
                        quarter.year() + "-Q" + quarter.quarter(),
                        catalog.all("price").stream()
                                .map(factor -> factor.id().substring("price.".length()))
                                .collect(Collectors.joining(", ")),
                        new LocalText("直接给出价格及依据", "give the price itself with its evidence")));
            }
            match.ifPresent(used);
            return match.map(found -> found.factor().value().amount());
        }
        return Optional.empty();
    }
}
