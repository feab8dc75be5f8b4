// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.AnodeEffects;
import org.tanma.carbon.cbam.AnodeEffects.CellRecord;
import org.tanma.carbon.cbam.Attribution;
import org.tanma.carbon.cbam.CbamRequest;
import org.tanma.carbon.cbam.EmissionSource;
import org.tanma.carbon.cbam.EnergyFlow;
import org.tanma.carbon.cbam.EnergyFlow.Direction;
import org.tanma.carbon.cbam.EnergyFlow.FactorOrigin;
import org.tanma.carbon.cbam.HeatUnit;
import org.tanma.carbon.cbam.MeasuredSource;
import org.tanma.carbon.cbam.ProductionProcess;
import org.tanma.carbon.cbam.ProductionProcess.Composition;
import org.tanma.carbon.cbam.ProductionProcess.PrecursorUse;
import org.tanma.carbon.cbam.PurchasedPrecursor;
import org.tanma.carbon.cbam.PurchasedPrecursor.Embedded;
import org.tanma.carbon.cbam.SourceStream;
import org.tanma.carbon.cbam.WasteGasFlow;
import org.tanma.carbon.cbam.certificate.ImportCase;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.quantity.UnitCatalog;

/**
 * Reads an installation under CBAM, or imports, from YAML or JSON: keys {@code installation} and {@code imports}.
 *
 * <p>Contract: all that is wrong is reported at once, with its place; thread-safe. The form is described in
 * docs/carbon/cbam.md.
 */
public final class CbamRequestReader {
    private final UnitCatalog units;

    public CbamRequestReader(UnitCatalog units) {
        this.units = units;
    }

    /** What reading came to. */
    public sealed interface Parsed {
        /** A request that can be computed. */
        record Read(CbamRequest request) implements Parsed {}

        /** A text that is not a request, and everything wrong with it. */
        record Refused(List<Missing> missing) implements Parsed {
            public Refused {
                missing = List.copyOf(missing);
            }
        }
    }

    /** Whether a text has the keys of this form; false for a text that cannot be read at all. */
    public static boolean recognises(byte[] bytes) {
        try {
            YamlObject yaml = YamlObject.parse("request", bytes);
            return yaml.has("installation") || yaml.has("imports");
        } catch (EditionFormatException e) {
            return false;
        }
    }

    /**
     * Reads a request.
     *
     * @param place name of the text, for messages
     * @param bytes UTF-8 YAML or JSON
     */
    public Parsed read(String place, byte[] bytes) {
        return new Reading().read(place, () -> YamlObject.parse(place, bytes));
    }

    /** One run over one text. */
    private final class Reading {
        private final RequestParts parts = new RequestParts(units);
        private final CbamFigures figures = new CbamFigures(parts);

        Parsed read(String place, Supplier<YamlObject> text) {
            Optional<CbamRequest> request = parts.attempt(place, text).flatMap(this::request);
            return parts.isSound() && request.isPresent()
                    ? new Parsed.Read(request.get())
                    : new Parsed.Refused(parts.missing());
        }

        private Optional<CbamRequest> request(YamlObject yaml) {
            parts.attempt(yaml.place(), () -> yaml.allowing("installation", "imports"));
            List<ImportCase> imports = parts.each(yaml, "imports", new CbamImportReader(figures)::importCase);
            if (!yaml.has("installation")) {
                return Optional.of(new CbamRequest(
                        "",
                        "",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        EditionRef.parse("cbam-2025-2547/2025"),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        imports));
            }
            return parts.attempt(yaml.place(), () -> yaml.object("installation"))
                    .flatMap(found -> installation(found, imports));
        }

        private Optional<CbamRequest> installation(YamlObject yaml, List<ImportCase> imports) {
            String place = yaml.place();
            parts.attempt(
                    place,
                    () -> yaml.allowing(
                            "name",
                            "country",
                            "from",
                            "to",
                            "method",
                            "fuelSet",
                            "sources",
                            "heatUnits",
                            "processes",
                            "purchased"));
            List<EmissionSource> sources = parts.each(yaml, "sources", this::source);
            List<HeatUnit> heatUnits = parts.each(yaml, "heatUnits", this::heatUnit);
            List<ProductionProcess> processes = parts.each(yaml, "processes", this::process);
            List<PurchasedPrecursor> purchased = parts.each(yaml, "purchased", this::purchased);
            return parts.attempt(place, () -> {
                @Nullable String fuelSet = yaml.findText("fuelSet");
                return new CbamRequest(
                        yaml.text("name"),
                        yaml.text("country"),
                        LocalDate.parse(yaml.text("from")),
                        LocalDate.parse(yaml.text("to")),
                        EditionRef.parse(yaml.text("method")),
                        fuelSet == null ? null : EditionRef.parse(fuelSet),
                        sources,
                        heatUnits,
                        processes,
                        purchased,
                        imports);
            });
        }

        private Optional<EmissionSource> source(YamlObject yaml) {
            return switch (yaml.text("kind")) {
                case "measured" -> Optional.of(measuredSource(yaml));
                case "anode-effects" -> Optional.of(anodeEffects(yaml));
                default -> Optional.of(stream(yaml));
            };
        }

        private SourceStream stream(YamlObject yaml) {
            yaml.allowing(
                    "source",
                    "kind",
                    "item",
                    "amount",
                    "measured",
                    "wasteGas",
                    "meter",
                    "evidenceDigest",
                    "to",
                    "shares",
                    "byProduction");
            Map<Parameter, MeasuredValue> measured = new EnumMap<>(Parameter.class);
            yaml.objectMap("measured")
                    .forEach((code, value) -> measured.put(
                            Parameter.fromCode(code)
                                    .orElseThrow(() -> new EditionFormatException(
                                            value.place(),
                                            "unknown parameter '" + code + "', not one of " + Parameter.codes())),
                            figures.measured(value)));
            @Nullable String item = yaml.findText("item");
            return new SourceStream(
                    yaml.text("source"),
                    yaml.text("kind"),
                    item == null ? "" : item,
                    figures.need(yaml, "amount"),
                    measured,
                    yaml.flag("wasteGas", false),
                    yaml.findText("meter"),
                    yaml.findText("evidenceDigest"),
                    attribution(yaml));
        }

        private MeasuredSource measuredSource(YamlObject yaml) {
            yaml.allowing(
                    "source",
                    "kind",
                    "gas",
                    "concentration",
                    "hours",
                    "flow",
                    "biomassFraction",
                    "storedFraction",
                    "evidence",
                    "to",
                    "shares",
                    "byProduction");
            return new MeasuredSource(
                    yaml.text("source"),
                    figures.oneOf(yaml, "gas", MeasuredSource.MeasuredGas.class),
                    figures.need(yaml, "concentration"),
                    figures.need(yaml, "hours"),
                    figures.need(yaml, "flow"),
                    yaml.has("biomassFraction") ? figures.need(yaml, "biomassFraction") : Quantity.of("0", Unit.ONE),
                    figures.find(yaml, "storedFraction"),
                    yaml.text("evidence"),
                    attribution(yaml));
        }

        private AnodeEffects anodeEffects(YamlObject yaml) {
            yaml.allowing(
                    "source",
                    "kind",
                    "technology",
                    "production",
                    "slope",
                    "overvoltage",
                    "cf4Factor",
                    "c2f6Fraction",
                    "collectionEfficiency",
                    "evidence",
                    "to",
                    "shares",
                    "byProduction");
            return new AnodeEffects(
                    yaml.text("source"),
                    yaml.text("technology"),
                    figures.need(yaml, "production"),
                    cellRecord(yaml),
                    yaml.has("cf4Factor") ? figures.decimal(yaml, "cf4Factor") : null,
                    yaml.has("c2f6Fraction") ? figures.decimal(yaml, "c2f6Fraction") : null,
                    figures.need(yaml, "collectionEfficiency"),
                    yaml.text("evidence"),
                    attribution(yaml));
        }

        private CellRecord cellRecord(YamlObject yaml) {
            if (yaml.has("slope")) {
                YamlObject slope = yaml.object("slope").allowing("effectsPerCellDay", "minutesPerEffect");
                return new CellRecord.Slope(
                        figures.decimal(slope, "effectsPerCellDay"), figures.decimal(slope, "minutesPerEffect"));
            }
            YamlObject over = yaml.object("overvoltage").allowing("millivolts", "currentEfficiencyPercent");
            return new CellRecord.Overvoltage(
                    figures.decimal(over, "millivolts"), figures.decimal(over, "currentEfficiencyPercent"));
        }

        private Attribution attribution(YamlObject yaml) {
            @Nullable String to = yaml.findText("to");
            Map<String, BigDecimal> shares = new TreeMap<>();
            if (to != null) {
                shares.put(to, BigDecimal.ONE);
            }
            yaml.textMap("shares")
                    .forEach((id, share) -> shares.put(id, figures.decimal(yaml.place() + "/shares", share)));
            return new Attribution(shares, yaml.texts("byProduction"));
        }

        private Optional<HeatUnit> heatUnit(YamlObject yaml) {
            yaml.allowing("id", "heat", "electricity", "referenceHeat", "referenceElectricity", "losses", "evidence");
            return Optional.of(new HeatUnit(
                    yaml.text("id"),
                    figures.need(yaml, "heat"),
                    figures.find(yaml, "electricity"),
                    figures.find(yaml, "referenceHeat"),
                    figures.find(yaml, "referenceElectricity"),
                    figures.find(yaml, "losses"),
                    yaml.text("evidence")));
        }

        private Optional<ProductionProcess> process(YamlObject yaml) {
            yaml.allowing(
                    "id",
                    "name",
                    "cn",
                    "route",
                    "produced",
                    "heat",
                    "wasteGas",
                    "electricity",
                    "precursors",
                    "compositions");
            return Optional.of(new ProductionProcess(
                    yaml.text("id"),
                    yaml.text("name"),
                    figures.cn(yaml),
                    yaml.findText("route"),
                    figures.need(yaml, "produced"),
                    parts.each(yaml, "heat", flow -> Optional.of(heat(flow))),
                    parts.each(yaml, "wasteGas", flow -> Optional.of(wasteGas(flow))),
                    parts.each(yaml, "electricity", flow -> Optional.of(electricity(flow))),
                    parts.each(
                            yaml,
                            "precursors",
                            use -> Optional.of(new PrecursorUse(
                                    use.allowing("of", "amount").text("of"), figures.need(use, "amount")))),
                    parts.each(
                            yaml,
                            "compositions",
                            each -> Optional.of(new Composition(
                                    each.allowing("name", "content").text("name"), figures.need(each, "content"))))));
        }

        private EnergyFlow heat(YamlObject yaml) {
            yaml.allowing("direction", "amount", "emissionFactor", "from", "standardFuel", "exothermic");
            FactorOrigin origin = yaml.has("standardFuel")
                    ? new FactorOrigin.StandardFuel(yaml.text("standardFuel"))
                    : yaml.has("exothermic") ? new FactorOrigin.Exothermic(yaml.text("exothermic")) : givenOrUnit(yaml);
            return new EnergyFlow(
                    figures.oneOf(yaml, "direction", Direction.class), figures.need(yaml, "amount"), origin);
        }

        private EnergyFlow electricity(YamlObject yaml) {
            yaml.allowing("direction", "amount", "emissionFactor", "from");
            Direction direction =
                    yaml.has("direction") ? figures.oneOf(yaml, "direction", Direction.class) : Direction.IMPORTED;
            return new EnergyFlow(direction, figures.need(yaml, "amount"), givenOrUnit(yaml));
        }

        private FactorOrigin givenOrUnit(YamlObject yaml) {
            @Nullable String from = yaml.findText("from");
            return from == null
                    ? new FactorOrigin.Given(figures.measured(yaml.object("emissionFactor")))
                    : new FactorOrigin.FromUnit(from);
        }

        private WasteGasFlow wasteGas(YamlObject yaml) {
            yaml.allowing("direction", "amount", "netCalorificValue", "evidence");
            return new WasteGasFlow(
                    figures.oneOf(yaml, "direction", Direction.class),
                    figures.need(yaml, "amount"),
                    figures.find(yaml, "netCalorificValue"),
                    yaml.text("evidence"));
        }

        private Optional<PurchasedPrecursor> purchased(YamlObject yaml) {
            yaml.allowing(
                    "id",
                    "cn",
                    "country",
                    "direct",
                    "indirect",
                    "electricity",
                    "electricityFactor",
                    "countedIndirect",
                    "freeAllocation",
                    "default",
                    "variant",
                    "exempted");
            return Optional.of(
                    new PurchasedPrecursor(yaml.text("id"), figures.cn(yaml), yaml.text("country"), embedded(yaml)));
        }

        private Embedded embedded(YamlObject yaml) {
            if (yaml.has("exempted")) {
                return new Embedded.Exempted(yaml.text("exempted"));
            }
            if (yaml.flag("default", false)) {
                return new Embedded.Default(figures.variant(yaml));
            }
            return new Embedded.Supplied(
                    figures.measured(yaml.object("direct")),
                    figures.findMeasured(yaml, "indirect"),
                    figures.findMeasured(yaml, "electricity"),
                    figures.findMeasured(yaml, "electricityFactor"),
                    figures.findMeasured(yaml, "countedIndirect"),
                    figures.findMeasured(yaml, "freeAllocation"));
        }
    }
}
