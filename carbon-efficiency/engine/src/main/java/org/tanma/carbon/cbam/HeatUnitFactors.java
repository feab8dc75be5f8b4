// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/**
 * Emission factors of the heat and electricity that boilers and cogeneration deliver.
 *
 * <p>Shape: boiler, emissions ÷ heat; cogeneration, emissions × F ÷ heat with F = (Q/ηr) ÷ (Q/ηr + E/ηe), the fuel input of
 * Equations 47 to 50 cancelling out. A waste gas dirtier than natural gas counts as natural gas. Losses that were determined
 * raise the factor, so that all heat is attributed. Source: Annex III, A.2.2.
 */
final class HeatUnitFactors {
    private final CbamContext context;
    private final AttributionTable attribution;
    private final Map<String, UnitFactors> units = new TreeMap<>();

    /** Factors of one unit, tCO2/GJ; electricity null for a boiler; {@code usable} is the heat that is not lost. */
    record UnitFactors(Quantity heat, @Nullable Quantity electricity, Quantity usable, TraceNode trace) {}

    HeatUnitFactors(CbamContext context, AttributionTable attribution) {
        this.context = context;
        this.attribution = attribution;
    }

    void compute() {
        for (HeatUnit unit : context.request.heatUnits()) {
            String path = "installation/heatUnits/" + unit.id();
            if (isSound(unit, path)) {
                emissions(unit, path).ifPresent(found -> units.put(unit.id(), factors(unit, found)));
            }
        }
    }

    Optional<UnitFactors> find(String id) {
        return Optional.ofNullable(units.get(id));
    }

    List<TraceNode> traces() {
        return units.values().stream().map(UnitFactors::trace).toList();
    }

    private boolean isSound(HeatUnit unit, String path) {
        boolean isSound = context.checkPositive(unit.heat(), Dimension.ENERGY, path + "/heat");
        @Nullable Quantity losses = unit.losses();
        if (losses != null && context.check(losses, Dimension.ENERGY, path + "/losses")) {
            isSound &= context.checkPositive(unit.heat().minus(losses), Dimension.ENERGY, path + "/losses");
        }
        @Nullable Quantity electricity = unit.electricity();
        if (electricity == null) {
            return isSound;
        }
        return isSound
                & context.check(electricity, Dimension.ENERGY, path + "/electricity")
                & isReference(unit.referenceHeat(), path + "/referenceHeat")
                & isReference(unit.referenceElectricity(), path + "/referenceElectricity");
    }

    private boolean isReference(@Nullable Quantity reference, String path) {
        if (reference == null) {
            context.fault(
                    Missing.Reason.PARAMETER,
                    path,
                    new LocalText("热电联产缺少参考效率", "cogeneration needs its reference efficiency"),
                    "",
                    "0..1",
                    new LocalText("按燃料与投产年份取附件三 C 的值", "take it from Annex III, C by fuel and year of construction"));
            return false;
        }
        return context.checkPositive(reference, Dimension.NONE, path);
    }

    private Optional<TraceNode> emissions(HeatUnit unit, String path) {
        List<AttributedShare> shares = attribution.of(unit.id());
        if (shares.isEmpty()) {
            context.fault(
                    Missing.Reason.TERM,
                    path,
                    new LocalText("没有排放源归属该供热单元", "no source belongs to this heat unit"),
                    unit.id(),
                    "",
                    new LocalText("把其燃料的 to 指向它", "let its fuels point to it"));
            return Optional.empty();
        }
        List<TraceNode> children = new ArrayList<>();
        Quantity sum = Quantity.zero(Dimension.CO2E);
        for (AttributedShare share : shares) {
            Quantity part = capped(share, path);
            sum = sum.plus(part);
            children.add(ProcessCalculator.shareNode("unit/" + unit.id(), share, part));
        }
        return Optional.of(new TraceNode(
                "unit/" + unit.id() + "/emissions",
                new LocalText(unit.id() + " 的排放", "emissions of " + unit.id()),
                "Σ",
                List.of(),
                sum,
                children));
    }

    private Quantity capped(AttributedShare share, String path) {
        @Nullable Quantity energy = share.emission().energy();
        if (!(share.emission().of() instanceof SourceStream stream) || !stream.isWasteGas() || energy == null) {
            return share.fossil();
        }
        return context.parameter(
                        "natural-gas.emission-factor",
                        "EF_NG",
                        new LocalText("天然气排放因子", "emission factor of natural gas"),
                        path)
                .map(factor -> CbamContext.asCo2e(share.of(energy).times(factor.value())))
                .filter(asNaturalGas -> asNaturalGas.compareTo(share.fossil()) < 0)
                .orElseGet(share::fossil);
    }

    private static UnitFactors factors(HeatUnit unit, TraceNode emissions) {
        Quantity em = new Quantity(emissions.value().coherentAmount(), Unit.coherent(Dimension.CO2));
        @Nullable Quantity losses = unit.losses();
        Quantity usable = losses == null ? unit.heat() : unit.heat().minus(losses);
        List<TraceInput> inputs = new ArrayList<>();
        inputs.add(input(unit, "Q", "净产热量", "net heat produced", unit.heat()));
        if (losses != null) {
            inputs.add(input(unit, "L", "热损失", "heat lost", losses));
        }
        @Nullable Quantity electricity = unit.electricity();
        @Nullable Quantity referenceHeat = unit.referenceHeat();
        @Nullable Quantity referenceElectricity = unit.referenceElectricity();
        Quantity heatFactor;
        @Nullable Quantity electricityFactor = null;
        String formula = losses == null ? "Em ÷ Q" : "Em ÷ (Q − L)";
        if (electricity == null || referenceHeat == null || referenceElectricity == null) {
            heatFactor = em.dividedBy(usable);
        } else {
            Quantity heatPart = unit.heat().dividedBy(referenceHeat);
            Quantity electricityPart = electricity.dividedBy(referenceElectricity);
            Quantity both = heatPart.plus(electricityPart);
            heatFactor = em.times(heatPart).dividedBy(both).dividedBy(usable);
            if (electricity.signum() > 0) {
                electricityFactor = em.times(electricityPart).dividedBy(both).dividedBy(electricity);
            }
            inputs.add(input(unit, "E", "净发电量", "net electricity produced", electricity));
            inputs.add(input(unit, "ηr", "供热参考效率", "reference efficiency of heat", referenceHeat));
            inputs.add(input(unit, "ηe", "发电参考效率", "reference efficiency of electricity", referenceElectricity));
            formula = "Em × (Q/ηr ÷ (Q/ηr + E/ηe)) ÷ " + (losses == null ? "Q" : "(Q − L)");
        }
        return new UnitFactors(
                heatFactor,
                electricityFactor,
                usable,
                new TraceNode(
                        "unit/" + unit.id(),
                        new LocalText(unit.id() + " 供热的排放因子", "emission factor of heat from " + unit.id()),
                        formula,
                        inputs,
                        heatFactor,
                        List.of(emissions)));
    }

    private static TraceInput input(HeatUnit unit, String symbol, String zh, String en, Quantity value) {
        return new TraceInput(symbol, new LocalText(zh, en), value, new Origin.Measured(unit.id(), unit.evidence()));
    }
}
