// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.AnodeEffects;
import org.tanma.carbon.cbam.AnodeEffects.CellRecord;
import org.tanma.carbon.cbam.Attribution;
import org.tanma.carbon.cbam.CbamRequest;
import org.tanma.carbon.cbam.EmissionSource;
import org.tanma.carbon.cbam.EnergyFlow;
import org.tanma.carbon.cbam.EnergyFlow.FactorOrigin;
import org.tanma.carbon.cbam.HeatUnit;
import org.tanma.carbon.cbam.MeasuredSource;
import org.tanma.carbon.cbam.ProductionProcess;
import org.tanma.carbon.cbam.PurchasedPrecursor;
import org.tanma.carbon.cbam.PurchasedPrecursor.Embedded;
import org.tanma.carbon.cbam.SourceStream;
import org.tanma.carbon.cbam.WasteGasFlow;
import org.tanma.carbon.cbam.certificate.ImportCase;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.quantity.Quantity;

/** The JSON of a CBAM request, in the form its reader takes; lists in an order of their own. */
final class CbamRequestJson {
    private CbamRequestJson() {}

    static SortedMap<String, Object> request(CbamRequest request) {
        SortedMap<String, Object> json = object();
        if (!request.processes().isEmpty()) {
            json.put("installation", installation(request));
        }
        if (!request.imports().isEmpty()) {
            json.put("imports", sorted(request.imports(), CbamRequestJson::importCase));
        }
        return json;
    }

    private static SortedMap<String, Object> installation(CbamRequest request) {
        SortedMap<String, Object> json = object();
        @Nullable EditionRef fuelSet = request.fuelSet();
        json.put("name", request.installation());
        json.put("country", request.country());
        json.put("from", request.from().toString());
        json.put("to", request.to().toString());
        json.put("method", request.method().toString());
        putIfKnown(json, "fuelSet", fuelSet == null ? null : fuelSet.toString());
        json.put("sources", sorted(request.sources(), CbamRequestJson::source));
        json.put("heatUnits", sorted(request.heatUnits(), CbamRequestJson::heatUnit));
        json.put("processes", sorted(request.processes(), CbamRequestJson::process));
        json.put("purchased", sorted(request.purchased(), CbamRequestJson::purchased));
        return json;
    }

    /** By their own text, so that the order of the file plays no part. */
    private static <T> List<SortedMap<String, Object>> sorted(List<T> of, Function<T, SortedMap<String, Object>> json) {
        return of.stream()
                .map(json)
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    private static SortedMap<String, Object> source(EmissionSource source) {
        SortedMap<String, Object> json = object();
        json.put("source", source.source());
        attribution(json, source.attribution());
        if (source instanceof SourceStream stream) {
            json.put("kind", stream.kind());
            putIfKnown(json, "item", stream.item().isEmpty() ? null : stream.item());
            json.put("amount", figure(stream.amount()));
            SortedMap<String, Object> measured = object();
            stream.measured().forEach((parameter, value) -> measured.put(parameter.code(), measured(value)));
            putIfKnown(json, "measured", measured.isEmpty() ? null : measured);
            putIfKnown(json, "wasteGas", stream.isWasteGas() ? true : null);
            putIfKnown(json, "meter", stream.meter());
            putIfKnown(json, "evidenceDigest", stream.evidenceDigest());
        } else if (source instanceof MeasuredSource measured) {
            json.put("kind", "measured");
            json.put("gas", measured.gas().name());
            json.put("concentration", figure(measured.concentration()));
            json.put("hours", figure(measured.hours()));
            json.put("flow", figure(measured.flow()));
            json.put("biomassFraction", figure(measured.biomassFraction()));
            putFigure(json, "storedFraction", measured.storedFraction());
            json.put("evidence", measured.evidence());
        } else {
            anodeEffects(json, (AnodeEffects) source);
        }
        return json;
    }

    private static void anodeEffects(SortedMap<String, Object> json, AnodeEffects source) {
        json.put("kind", "anode-effects");
        json.put("technology", source.technology());
        json.put("production", figure(source.production()));
        SortedMap<String, Object> cells = object();
        if (source.record() instanceof CellRecord.Slope slope) {
            cells.put("effectsPerCellDay", plain(slope.effectsPerCellDay()));
            cells.put("minutesPerEffect", plain(slope.minutesPerEffect()));
            json.put("slope", cells);
        } else {
            CellRecord.Overvoltage over = (CellRecord.Overvoltage) source.record();
            cells.put("millivolts", plain(over.millivolts()));
            cells.put("currentEfficiencyPercent", plain(over.currentEfficiencyPercent()));
            json.put("overvoltage", cells);
        }
        putPlain(json, "cf4Factor", source.cf4Factor());
        putPlain(json, "c2f6Fraction", source.c2f6Fraction());
        json.put("collectionEfficiency", figure(source.collectionEfficiency()));
        json.put("evidence", source.evidence());
    }

    private static void attribution(SortedMap<String, Object> json, Attribution attribution) {
        if (!attribution.shares().isEmpty()) {
            SortedMap<String, Object> shares = object();
            for (Map.Entry<String, BigDecimal> share : attribution.shares().entrySet()) {
                shares.put(share.getKey(), plain(share.getValue()));
            }
            json.put("shares", shares);
        }
        if (!attribution.byProduction().isEmpty()) {
            json.put(
                    "byProduction", attribution.byProduction().stream().sorted().toList());
        }
    }

    private static SortedMap<String, Object> heatUnit(HeatUnit unit) {
        SortedMap<String, Object> json = object();
        json.put("id", unit.id());
        json.put("heat", figure(unit.heat()));
        putFigure(json, "electricity", unit.electricity());
        putFigure(json, "referenceHeat", unit.referenceHeat());
        putFigure(json, "referenceElectricity", unit.referenceElectricity());
        putFigure(json, "losses", unit.losses());
        json.put("evidence", unit.evidence());
        return json;
    }

    private static SortedMap<String, Object> process(ProductionProcess process) {
        SortedMap<String, Object> json = object();
        json.put("id", process.id());
        json.put("name", process.name());
        json.put("cn", process.cn());
        putIfKnown(json, "route", process.route());
        json.put("produced", figure(process.produced()));
        json.put("heat", sorted(process.heat(), CbamRequestJson::flow));
        json.put("wasteGas", sorted(process.wasteGas(), CbamRequestJson::wasteGas));
        json.put("electricity", sorted(process.electricity(), CbamRequestJson::flow));
        json.put("precursors", sorted(process.precursors(), use -> {
            SortedMap<String, Object> precursor = object();
            precursor.put("of", use.of());
            precursor.put("amount", figure(use.amount()));
            return precursor;
        }));
        json.put("compositions", sorted(process.compositions(), each -> {
            SortedMap<String, Object> composition = object();
            composition.put("name", each.name());
            composition.put("content", figure(each.content()));
            return composition;
        }));
        return json;
    }

    private static SortedMap<String, Object> flow(EnergyFlow flow) {
        SortedMap<String, Object> json = object();
        json.put("direction", direction(flow.direction()));
        json.put("amount", figure(flow.amount()));
        FactorOrigin origin = flow.origin();
        if (origin instanceof FactorOrigin.Given given) {
            json.put("emissionFactor", measured(given.factor()));
        } else if (origin instanceof FactorOrigin.FromUnit from) {
            json.put("from", from.unit());
        } else if (origin instanceof FactorOrigin.StandardFuel standard) {
            json.put("standardFuel", standard.fuel());
        } else {
            json.put("exothermic", ((FactorOrigin.Exothermic) origin).evidence());
        }
        return json;
    }

    private static SortedMap<String, Object> wasteGas(WasteGasFlow flow) {
        SortedMap<String, Object> json = object();
        json.put("direction", direction(flow.direction()));
        json.put("amount", figure(flow.amount()));
        putFigure(json, "netCalorificValue", flow.netCalorificValue());
        json.put("evidence", flow.evidence());
        return json;
    }

    private static SortedMap<String, Object> purchased(PurchasedPrecursor precursor) {
        SortedMap<String, Object> json = object();
        json.put("id", precursor.id());
        json.put("cn", precursor.cn());
        json.put("country", precursor.country());
        Embedded embedded = precursor.embedded();
        if (embedded instanceof Embedded.Supplied supplied) {
            json.put("direct", measured(supplied.direct()));
            putMeasured(json, "indirect", supplied.indirect());
            putMeasured(json, "electricity", supplied.electricity());
            putMeasured(json, "electricityFactor", supplied.electricityFactor());
            putMeasured(json, "countedIndirect", supplied.countedIndirect());
            putMeasured(json, "freeAllocation", supplied.freeAllocation());
        } else if (embedded instanceof Embedded.Default asDefault) {
            json.put("default", true);
            putIfKnown(json, "variant", asDefault.variant().isEmpty() ? null : asDefault.variant());
        } else {
            json.put("exempted", ((Embedded.Exempted) embedded).evidence());
        }
        return json;
    }

    private static SortedMap<String, Object> importCase(ImportCase asked) {
        SortedMap<String, Object> json = object();
        json.put("id", asked.id());
        json.put("cn", asked.cn());
        json.put("origin", asked.origin());
        json.put("year", asked.year());
        if (asked.emissions() instanceof ImportCase.Emissions.FromProcess from) {
            json.put("process", from.process());
        } else if (asked.emissions() instanceof ImportCase.Emissions.Default asDefault) {
            json.put("default", true);
            putIfKnown(json, "variant", asDefault.variant().isEmpty() ? null : asDefault.variant());
        } else {
            ImportCase.Emissions.Actual actual = (ImportCase.Emissions.Actual) asked.emissions();
            json.put("embedded", measured(actual.embedded()));
            json.put("precursorAllocation", measured(actual.precursorAllocation()));
        }
        putIfKnown(json, "route", asked.route());
        putFigure(json, "netMass", asked.netMass());
        putFigure(json, "importerMass", asked.importerMass());
        price(json, asked.price());
        putPlain(json, "paidPerTonne", asked.paidPerTonne());
        return json;
    }

    private static void price(SortedMap<String, Object> json, ImportCase.Price price) {
        SortedMap<String, Object> of = object();
        if (price instanceof ImportCase.Price.Given given) {
            of.put("euro", plain(given.euro()));
            of.put("evidence", given.evidence());
            json.put("price", of);
        } else if (price instanceof ImportCase.Price.OfQuarter quarter) {
            of.put("quarter", quarter.year() + "-Q" + quarter.quarter());
            json.put("price", of);
        }
    }

    private static SortedMap<String, Object> measured(MeasuredValue value) {
        SortedMap<String, Object> json = figure(value.value());
        json.put("evidence", value.evidence());
        return json;
    }

    private static void putMeasured(SortedMap<String, Object> json, String key, @Nullable MeasuredValue value) {
        putIfKnown(json, key, value == null ? null : measured(value));
    }

    private static void putFigure(SortedMap<String, Object> json, String key, @Nullable Quantity figure) {
        putIfKnown(json, key, figure == null ? null : figure(figure));
    }

    private static void putPlain(SortedMap<String, Object> json, String key, @Nullable BigDecimal value) {
        putIfKnown(json, key, value == null ? null : plain(value));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String direction(EnergyFlow.Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
