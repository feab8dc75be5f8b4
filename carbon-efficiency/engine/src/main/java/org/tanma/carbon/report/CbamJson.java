// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.CbamOutcome;
import org.tanma.carbon.cbam.CbamResult;
import org.tanma.carbon.cbam.CbamResult.CompositionResult;
import org.tanma.carbon.cbam.CbamResult.GoodResult;
import org.tanma.carbon.cbam.CbamResult.Parts;
import org.tanma.carbon.cbam.CbamResult.PrecursorShare;
import org.tanma.carbon.cbam.CbamResult.SourceResult;
import org.tanma.carbon.cbam.CbamResult.Totals;
import org.tanma.carbon.cbam.certificate.CertificateResult;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.quantity.Quantity;

/** The JSON of embedded emissions, or of what is missing for them. */
final class CbamJson {
    private CbamJson() {}

    static SortedMap<String, Object> outcome(CbamOutcome outcome) {
        return outcome instanceof CbamResult result ? result(result) : incomplete((CbamOutcome.Incomplete) outcome);
    }

    private static SortedMap<String, Object> incomplete(CbamOutcome.Incomplete incomplete) {
        SortedMap<String, Object> json = object();
        json.put("kind", "incomplete");
        json.put(
                "missing",
                incomplete.missing().stream().map(InventoryJson::missing).toList());
        return json;
    }

    private static SortedMap<String, Object> result(CbamResult result) {
        SortedMap<String, Object> json = object();
        @Nullable EditionRef fuelSet = result.fuelSet();
        json.put("kind", "cbam");
        json.put("request", CbamRequestJson.request(result.request()));
        putIfKnown(json, "fuelSet", fuelSet == null ? null : fuelSet.toString());
        json.put("totals", totals(result.totals()));
        json.put("sources", result.sources().stream().map(CbamJson::source).toList());
        json.put("goods", result.goods().stream().map(CbamJson::good).toList());
        json.put(
                "certificates",
                result.certificates().stream().map(CbamJson::certificate).toList());
        json.put("factors", result.factors().stream().map(TraceJson::factor).toList());
        json.put("quality", result.quality().code());
        json.put("notices", result.notices().stream().map(CanonicalJson::text).toList());
        json.put("traces", result.traces().stream().map(TraceJson::node).toList());
        return json;
    }

    private static SortedMap<String, Object> totals(Totals totals) {
        SortedMap<String, Object> json = object();
        json.put("direct", figure(totals.direct()));
        json.put("co2", figure(totals.co2()));
        json.put("n2o", figure(totals.n2o()));
        json.put("pfc", figure(totals.pfc()));
        json.put("biogenicCo2", figure(totals.biogenic()));
        json.put("indirect", figure(totals.indirect()));
        json.put("attributedDirect", figure(totals.attributedDirect()));
        json.put("rest", figure(totals.rest()));
        return json;
    }

    private static SortedMap<String, Object> source(SourceResult source) {
        SortedMap<String, Object> json = object();
        json.put("source", source.source());
        json.put("emission", figure(source.emission()));
        json.put("biogenicCo2", figure(source.biogenic()));
        putFigure(json, "energy", source.energy());
        return json;
    }

    private static SortedMap<String, Object> good(GoodResult good) {
        SortedMap<String, Object> json = object();
        json.put("process", good.process());
        json.put("name", good.name());
        json.put("cn", good.cn());
        json.put("category", good.category());
        json.put("directOnly", good.isDirectOnly());
        json.put("produced", figure(good.produced()));
        json.put("attributedDirect", figure(good.attributedDirect()));
        json.put("parts", parts(good.parts()));
        json.put("attributedIndirect", figure(good.attributedIndirect()));
        json.put("ownDirect", figure(good.ownDirect()));
        json.put("ownIndirect", figure(good.ownIndirect()));
        json.put("direct", figure(good.direct()));
        json.put("indirect", figure(good.indirect()));
        json.put("total", figure(good.total()));
        json.put("counted", figure(good.counted()));
        putFigure(json, "electricity", good.electricity());
        json.put(
                "precursors",
                good.precursors().stream().map(CbamJson::precursor).toList());
        json.put(
                "compositions",
                good.compositions().stream().map(CbamJson::composition).toList());
        return json;
    }

    private static SortedMap<String, Object> parts(Parts parts) {
        SortedMap<String, Object> json = object();
        json.put("sources", figure(parts.sources()));
        json.put("heatImported", figure(parts.heatImported()));
        json.put("heatExported", figure(parts.heatExported()));
        json.put("wasteGasImported", figure(parts.wasteGasImported()));
        json.put("wasteGasExported", figure(parts.wasteGasExported()));
        json.put("electricityMade", figure(parts.electricityMade()));
        return json;
    }

    private static SortedMap<String, Object> precursor(PrecursorShare share) {
        SortedMap<String, Object> json = object();
        json.put("of", share.of());
        json.put("mass", figure(share.mass()));
        json.put("massShare", figure(share.massShare()));
        json.put("embeddedDirect", figure(share.embeddedDirect()));
        json.put("embeddedIndirect", figure(share.embeddedIndirect()));
        json.put("direct", figure(share.direct()));
        json.put("indirect", figure(share.indirect()));
        return json;
    }

    private static SortedMap<String, Object> composition(CompositionResult composition) {
        SortedMap<String, Object> json = object();
        json.put("name", composition.name());
        json.put("content", figure(composition.content()));
        json.put("counted", figure(composition.counted()));
        return json;
    }

    private static SortedMap<String, Object> certificate(CertificateResult certificate) {
        SortedMap<String, Object> json = object();
        json.put("id", certificate.id());
        json.put("embedded", figure(certificate.embedded()));
        json.put("freeAllocation", figure(certificate.freeAllocation()));
        json.put("perTonne", figure(certificate.perTonne()));
        json.put("exempt", certificate.isExempt());
        putFigure(json, "total", certificate.total());
        putEuro(json, "costPerTonneEur", certificate.costPerTonne());
        putEuro(json, "costEur", certificate.cost());
        return json;
    }

    private static void putFigure(SortedMap<String, Object> json, String key, @Nullable Quantity figure) {
        putIfKnown(json, key, figure == null ? null : figure(figure));
    }

    private static void putEuro(SortedMap<String, Object> json, String key, @Nullable BigDecimal euro) {
        putIfKnown(json, key, euro == null ? null : euro.stripTrailingZeros().toPlainString());
    }
}
