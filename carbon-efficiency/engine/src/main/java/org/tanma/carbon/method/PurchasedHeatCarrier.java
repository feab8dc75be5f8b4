// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.EMISSION_FACTOR;
import static org.tanma.carbon.method.Parameter.FEEDWATER_ENTHALPY;
import static org.tanma.carbon.method.Parameter.FEEDWATER_TEMPERATURE;
import static org.tanma.carbon.method.Parameter.SPECIFIC_HEAT;
import static org.tanma.carbon.method.Parameter.STEAM_ENTHALPY;
import static org.tanma.carbon.method.Parameter.WATER_TEMPERATURE;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * Steam or hot water bought (or sold) by mass, turned into heat first.
 *
 * <p>Shape: steam {@code AD × (En − En0) × EF}; hot water {@code AD × (Tw − T0) × c × EF}. Units: AD in t, En in kJ/kg, T in °C, c
 * in kJ/(kg·°C), EF in tCO2/GJ; result tCO2, and the heat in GJ. Errors: steam or water colder than the feed water is refused.
 * Source: the equations shared by the Chinese sector guides, with 83.74 kJ/kg, 20 °C and 4.1868 kJ/(kg·°C) fixed in the method
 * files.
 */
final class PurchasedHeatCarrier implements Calculation {
    private static final Dimension TEMPERATURE = Dimension.of(BaseKind.TEMPERATURE);
    private static final Dimension HEAT_PER_MASS = Dimension.ENERGY.per(Dimension.MASS);
    private static final Need EMISSION = new Need(EMISSION_FACTOR, Dimension.CO2.per(Dimension.ENERGY));

    private final boolean isSteam;

    PurchasedHeatCarrier(boolean isSteam) {
        this.isSteam = isSteam;
    }

    @Override
    public String formula() {
        return isSteam ? "AD × (En − En0) × EF" : "AD × (Tw − T0) × c × EF";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS);
    }

    @Override
    public List<Parameter> parameters() {
        return needs().stream().map(Need::parameter).toList();
    }

    private List<Need> needs() {
        return isSteam
                ? List.of(
                        new Need(STEAM_ENTHALPY, HEAT_PER_MASS), new Need(FEEDWATER_ENTHALPY, HEAT_PER_MASS), EMISSION)
                : List.of(
                        new Need(WATER_TEMPERATURE, TEMPERATURE),
                        new Need(FEEDWATER_TEMPERATURE, TEMPERATURE),
                        new Need(SPECIFIC_HEAT, HEAT_PER_MASS.per(TEMPERATURE)),
                        EMISSION);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return lookup.require(needs()).flatMap(found -> {
            Quantity above = isSteam
                    ? found.get(STEAM_ENTHALPY).minus(found.get(FEEDWATER_ENTHALPY))
                    : found.get(WATER_TEMPERATURE).minus(found.get(FEEDWATER_TEMPERATURE));
            if (!lookup.isTrial() && above.signum() < 0) {
                lookup.refuse(
                        isSteam ? STEAM_ENTHALPY : WATER_TEMPERATURE,
                        new LocalText("低于给水状态", "below the state of the feed water"),
                        above.toString(),
                        ">= 0",
                        new LocalText("核对数值与单位", "check figure and unit"));
                return Optional.empty();
            }
            Quantity heat =
                    isSteam ? activity.times(above) : activity.times(above).times(found.get(SPECIFIC_HEAT));
            return Optional.of(new Computed(found.inputs(), heat.times(found.get(EMISSION_FACTOR)), heat, null));
        });
    }
}
