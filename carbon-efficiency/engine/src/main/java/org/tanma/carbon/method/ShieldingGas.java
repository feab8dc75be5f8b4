// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.ARGON_SHARE;
import static org.tanma.carbon.method.Parameter.CLOSING_STOCK;
import static org.tanma.carbon.method.Parameter.CO2_SHARE;
import static org.tanma.carbon.method.Parameter.HELIUM_SHARE;
import static org.tanma.carbon.method.Parameter.OPENING_STOCK;
import static org.tanma.carbon.method.Parameter.OXYGEN_SHARE;
import static org.tanma.carbon.method.Parameter.TRANSFERRED_OUT;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/**
 * CO2 of shielding gas in welding.
 *
 * <p>Shape: {@code (SB + AD − SE − OUT) × P(CO2)·44 ÷ Σ P(j)·M(j)}, j the gases of the mixture with the molar masses 44 (CO2),
 * 40 (Ar), 32 (O2), 4 (He). Units: masses in t, P shares by volume that add up to 1; result tCO2. Errors: shares that do not
 * add up to 1 and stocks below zero are refused. Source: the formula of the guide for machinery as transcribed in the method
 * file that names this kind.
 */
final class ShieldingGas implements Calculation {
    /** Molar masses as the guide rounds them, g/mol. */
    private static final Map<Parameter, String> MOLAR_MASS =
            new EnumMap<>(Map.of(CO2_SHARE, "44", ARGON_SHARE, "40", OXYGEN_SHARE, "32", HELIUM_SHARE, "4"));

    private static final Unit CO2_PER_MASS = Unit.coherent(Dimension.CO2.per(Dimension.MASS));

    @Override
    public String formula() {
        return "(SB + AD − SE − OUT) × PCO2 × 44 ÷ (PCO2 × 44 + PAr × 40 + PO2 × 32 + PHe × 4)";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                OPENING_STOCK, CLOSING_STOCK, TRANSFERRED_OUT, CO2_SHARE, ARGON_SHARE, OXYGEN_SHARE, HELIUM_SHARE);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        List<Need> shares = List.of(
                new Need(CO2_SHARE, Dimension.NONE),
                new Need(ARGON_SHARE, Dimension.NONE),
                new Need(OXYGEN_SHARE, Dimension.NONE),
                new Need(HELIUM_SHARE, Dimension.NONE));
        return StockChange.used(activity, lookup, shares).flatMap(used -> mixture(used, lookup));
    }

    private static Optional<Computed> mixture(StockChange.Used used, ParameterLookup lookup) {
        Quantity whole = Quantity.zero(Dimension.NONE);
        Quantity mean = Quantity.zero(Dimension.NONE);
        for (Parameter gas : List.of(CO2_SHARE, ARGON_SHARE, OXYGEN_SHARE, HELIUM_SHARE)) {
            whole = whole.plus(used.parameters().get(gas).in(Unit.ONE));
            mean = mean.plus(weighted(used.parameters(), gas));
        }
        if (!lookup.isTrial() && whole.amount().compareTo(BigDecimal.ONE) != 0) {
            lookup.refuse(
                    CO2_SHARE,
                    new LocalText("混合气各组分体积占比之和不为 100 %", "the shares of the mixture do not add up to 100 %"),
                    whole.amountText(),
                    "1 = 100 %",
                    new LocalText("填报全部组分（二氧化碳、氩、氧、氦）", "give every part of the mixture: CO2, argon, oxygen, helium"));
            return Optional.empty();
        }
        Quantity share = weighted(used.parameters(), CO2_SHARE).dividedBy(mean);
        Quantity co2 = used.mass().times(share).times(Quantity.of("1", CO2_PER_MASS));
        return Optional.of(Computed.of(used.parameters(), co2));
    }

    private static Quantity weighted(ParameterSet parameters, Parameter gas) {
        return parameters.get(gas).times(Quantity.of(MOLAR_MASS.getOrDefault(gas, "0"), Unit.ONE));
    }
}
