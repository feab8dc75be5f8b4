// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.quantity.Dimension.CARBON;
import static org.tanma.carbon.quantity.Dimension.CO2;
import static org.tanma.carbon.quantity.Dimension.ENERGY;
import static org.tanma.carbon.quantity.Dimension.MASS;
import static org.tanma.carbon.quantity.Dimension.NORMAL_VOLUME;

import java.util.Arrays;
import java.util.List;
import org.tanma.carbon.method.FactorProduct.Part;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;

/** The kinds of calculation that method files combine. A new kind is code; a new combination is a file. */
public enum CalculationKind {
    COMBUSTION("combustion", new CarbonCombustion()),
    STREAM_COMBUSTION("stream-combustion", new StreamCombustion()),
    CLINKER_CARBONATES("clinker-carbonates", new ClinkerCarbonates()),

    /** Carbon in kiln feed that is not fuel: AD in t of raw meal, FR0 in tC/t. Source: cement guide. */
    KILN_FEED_CARBON(
            "kiln-feed-carbon",
            FactorProduct.ofCo2(
                    "AD × FR0 × 44/12",
                    List.of(MASS),
                    Part.per(Parameter.NON_FUEL_CARBON, CARBON),
                    Part.of(Parameter.CO2_PER_CARBON, CO2.per(CARBON)))),
    ALTERNATIVE_FUEL("alternative-fuel", new AlternativeFuel()),

    /** A process emission by factor: EF in tCO2/t, CF a share. Source: (EU) 2025/2547, Annex II, B.3.1.2, equation 11. */
    PROCESS_FACTOR(
            "process-factor",
            FactorProduct.ofCo2(
                    "AD × EF × CF",
                    List.of(MASS, NORMAL_VOLUME),
                    Part.per(Parameter.EMISSION_FACTOR, CO2),
                    Part.share(Parameter.CONVERSION_FACTOR))),

    /** Flux, electrodes, carbon-bearing inputs, clinker by type, carbon fixed in products: EF in tCO2/t. Source: sector guides. */
    MATERIAL_FACTOR(
            "material-factor",
            FactorProduct.ofCo2("AD × EF", List.of(MASS, NORMAL_VOLUME), Part.per(Parameter.EMISSION_FACTOR, CO2))),

    /** A carbonate by purity and calcination: PUR and CF shares, EF in tCO2/t of pure carbonate. Source: sector guides. */
    CARBONATE(
            "carbonate",
            FactorProduct.ofCo2(
                    "AD × PUR × EF × CF",
                    List.of(MASS),
                    Part.share(Parameter.PURITY),
                    Part.per(Parameter.EMISSION_FACTOR, CO2),
                    Part.share(Parameter.CONVERSION_FACTOR))),

    /** Carbon of a material, all of it turned to CO2 (or, in a subtracted term, kept from it): CCm in tC/t. Source: sector guides. */
    CARBON_CONTENT(
            "carbon-content",
            FactorProduct.ofCo2(
                    "AD × CCm × 44/12",
                    List.of(MASS, NORMAL_VOLUME),
                    Part.per(Parameter.CARBON_MASS_CONTENT, CARBON),
                    Part.of(Parameter.CO2_PER_CARBON, CO2.per(CARBON)))),

    /** Carbon of a fuel used as a raw material: NCV in GJ per amount, CC in tC/GJ; nothing is burnt here. Source: sector guides. */
    FUEL_CARBON(
            "fuel-carbon",
            FactorProduct.ofCo2(
                    "AD × NCV × CC × 44/12",
                    List.of(MASS, NORMAL_VOLUME),
                    Part.per(Parameter.NET_CALORIFIC_VALUE, ENERGY),
                    Part.of(Parameter.CARBON_CONTENT, CARBON.per(ENERGY)),
                    Part.of(Parameter.CO2_PER_CARBON, CO2.per(CARBON)))),

    /** CO2 recovered, metered as gas: PUR a share by volume, ρCO2 in tCO2/10^4Nm3. Source: guide for chemicals. */
    RECOVERED_CO2_GAS(
            "recovered-co2-gas",
            FactorProduct.ofCo2(
                    "AD × PUR × ρCO2",
                    List.of(NORMAL_VOLUME),
                    Part.share(Parameter.PURITY),
                    Part.per(Parameter.CO2_DENSITY, CO2))),

    /** CO2 recovered, weighed: AD in t of product, PUR a share by mass. Source: guide for other industry. */
    RECOVERED_CO2_MASS(
            "recovered-co2-mass", FactorProduct.ofCo2("AD × PUR", List.of(CO2), Part.share(Parameter.PURITY))),
    ANODE_CONSUMPTION("anode-consumption", new AnodeConsumption()),
    ANODE_EFFECT_FACTOR("anode-effect-factor", new AnodeEffect(false)),
    ANODE_EFFECT_SLOPE("anode-effect-slope", new AnodeEffect(true)),
    GAS_ABATED("gas-abated", new GasAbated()),

    /** A gas metered by volume, such as CH4 recovered: PUR and DE shares, ρ in t per Nm3. Source: guides for chemicals, other industry. */
    GAS_VOLUME(
            "gas-volume",
            FactorProduct.ofGas(
                    "AD × PUR × ρ × DE",
                    List.of(NORMAL_VOLUME),
                    Part.share(Parameter.PURITY),
                    Part.per(Parameter.GAS_DENSITY, MASS),
                    Part.share(Parameter.DESTRUCTION_EFFICIENCY))),

    /** A gas leaking from what is installed: AD in t installed, LR a share of it in the period. Source: guide for machinery. */
    GAS_LEAK_RATE("gas-leak-rate", FactorProduct.ofGas("AD × LR", List.of(MASS), Part.share(Parameter.LEAK_RATE))),

    /** A gas lost when equipment is filled: AD in fillings, n in mol per filling, M in g/mol. Source: guide for machinery. */
    GAS_FILLING(
            "gas-filling",
            FactorProduct.ofGas(
                    "AD × n × M",
                    List.of(Dimension.of(BaseKind.COUNT)),
                    Part.per(Parameter.LEAK_PER_FILLING, Dimension.of(BaseKind.SUBSTANCE)),
                    Part.of(Parameter.MOLAR_MASS, MASS.per(Dimension.of(BaseKind.SUBSTANCE))))),
    GAS_STOCK_BALANCE("gas-stock-balance", new GasStockBalance()),
    SHIELDING_GAS("shielding-gas", new ShieldingGas()),
    WASTE_WATER_METHANE("waste-water-methane", new WasteWaterMethane()),
    MASS_BALANCE("mass-balance", new CarbonBalance()),
    PURCHASED_ENERGY("purchased-energy", new PurchasedEnergy()),
    PURCHASED_STEAM("purchased-steam", new PurchasedHeatCarrier(true)),
    PURCHASED_HOT_WATER("purchased-hot-water", new PurchasedHeatCarrier(false)),
    VALUE_CHAIN_FACTOR("value-chain-factor", new ValueChainFactor()),
    VALUE_CHAIN_FIGURE("value-chain-figure", new ValueChainFigure());

    private final String code;
    private final Calculation calculation;

    CalculationKind(String code, Calculation calculation) {
        this.code = code;
        this.calculation = calculation;
    }

    public static CalculationKind fromCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind of calculation '" + code + "'"));
    }

    public String code() {
        return code;
    }

    public Calculation calculation() {
        return calculation;
    }
}
