// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.certificate.CertificateCalculator;
import org.tanma.carbon.cbam.certificate.CertificateResult;
import org.tanma.carbon.cbam.certificate.ImportCase;
import org.tanma.carbon.cbam.goods.CbamCatalog;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.Geography;
import org.tanma.carbon.factor.GeographyCatalog;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodCatalog;
import org.tanma.carbon.text.LocalText;

/**
 * Computes embedded emissions of an installation's goods.
 *
 * <p>Shape: sources → attribution to processes and heat units → heat factors → attributed emissions → one linear system for
 * goods and their precursors → certificates. Contract: a pure function of the request and the catalogs; order plays no part;
 * nothing is rounded beyond the 34 digits of DECIMAL128; thread-safe. Errors: never throws on a request; everything missing,
 * of the wrong unit or out of range is listed at once. Source: Implementing Regulation (EU) 2025/2547, Annexes II and III.
 */
public final class CbamEngine {
    private final MethodCatalog methods;
    private final FactorCatalog factors;
    private final GeographyCatalog geographies;
    private final CbamCatalog catalog;

    /**
     * @param methods the methods known
     * @param factors the factor editions known
     * @param geographies the places known
     * @param catalog goods, default values, benchmarks and parameters of CBAM
     */
    public CbamEngine(MethodCatalog methods, FactorCatalog factors, GeographyCatalog geographies, CbamCatalog catalog) {
        this.methods = methods;
        this.factors = factors;
        this.geographies = geographies;
        this.catalog = catalog;
    }

    /** The embedded emissions of a request, or everything that keeps them from being computed. */
    public CbamOutcome compute(CbamRequest request) {
        List<Missing> missing = new ArrayList<>();
        new RequestCheck(request, missing).check();
        Optional<AccountingMethod> method = method(request, missing);
        if (method.isEmpty() || !missing.isEmpty()) {
            return new CbamOutcome.Incomplete(missing);
        }
        @Nullable EditionRef asked = request.fuelSet();
        List<EditionRef> allowed = method.get().fuelSets();
        @Nullable EditionRef fuelSet = asked != null ? asked : allowed.isEmpty() ? null : allowed.get(0);
        if (asked != null && !allowed.contains(asked)) {
            missing.add(new Missing(
                    Missing.Reason.FUEL_SET,
                    "installation/fuelSet",
                    new LocalText("该方法不能使用此燃料参数集", "the method may not be used with this fuel set"),
                    asked.toString(),
                    allowed.stream().map(EditionRef::toString).collect(Collectors.joining(", ")),
                    new LocalText("使用所列参数集", "use a set listed")));
            return new CbamOutcome.Incomplete(missing);
        }
        List<Geography> places =
                geographies.find("WORLD").map(geographies::chain).orElse(geographies.all());
        return compute(new CbamContext(request, method.get(), fuelSet, factors, catalog, places, missing));
    }

    private Optional<AccountingMethod> method(CbamRequest request, List<Missing> missing) {
        Optional<AccountingMethod> method = methods.find(request.method())
                .filter(found -> found.ref().name().startsWith("cbam-"))
                .filter(found -> found.serves(request.to().getYear()));
        if (method.isEmpty()) {
            missing.add(new Missing(
                    Missing.Reason.METHOD,
                    "installation/method",
                    new LocalText("未知的 CBAM 方法，或不适用于该期间", "no CBAM method, or not one that serves the period"),
                    request.method() + ", " + request.period(),
                    methods.all().stream()
                            .filter(each -> each.ref().name().startsWith("cbam-"))
                            .map(each -> each.ref() + " (" + each.firstYear() + "–)")
                            .collect(Collectors.joining(", ")),
                    new LocalText("选择所列方法", "choose a method listed")));
        }
        return method;
    }

    private static CbamOutcome compute(CbamContext context) {
        SourceCalculator calculator = new SourceCalculator(context);
        AttributionTable attribution = new AttributionTable(context);
        List<SourceEmission> sources = new ArrayList<>();
        context.request.sources().stream()
                .sorted(Comparator.comparing(EmissionSource::source))
                .forEach(source -> calculator.compute(source).ifPresent(emission -> {
                    sources.add(emission);
                    attribution.add(emission);
                }));
        HeatUnitFactors units = new HeatUnitFactors(context, attribution);
        units.compute();
        ProcessCalculator processes = new ProcessCalculator(context, attribution, units);
        List<ProcessEmissions> attributed = new ArrayList<>();
        context.request.processes().stream()
                .sorted(Comparator.comparing(ProductionProcess::id))
                .forEach(process -> processes.compute(process).ifPresent(attributed::add));
        processes.checkHeat();
        PurchasedCalculator purchasing = new PurchasedCalculator(context);
        List<PurchasedEmissions> purchased = new ArrayList<>();
        context.request.purchased().stream()
                .sorted(Comparator.comparing(PurchasedPrecursor::id))
                .forEach(precursor -> purchasing.compute(precursor).ifPresent(purchased::add));
        if (!context.missing.isEmpty()) {
            return new CbamOutcome.Incomplete(context.missing);
        }
        GoodsCalculator goods = new GoodsCalculator(context, attributed, purchased);
        List<CbamResult.GoodResult> made = goods.compute();
        List<CertificateResult> certificates = new ArrayList<>();
        CertificateCalculator counting =
                new CertificateCalculator(context.catalog, goods::find, context.missing, context::use);
        context.request.imports().stream()
                .sorted(Comparator.comparing(ImportCase::id))
                .forEach(asked -> counting.compute(asked).ifPresent(certificates::add));
        return context.missing.isEmpty()
                ? new ResultAssembler(context, sources, attributed, units, goods).assemble(made, certificates)
                : new CbamOutcome.Incomplete(context.missing);
    }
}
