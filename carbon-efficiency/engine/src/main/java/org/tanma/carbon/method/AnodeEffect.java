// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.ANODE_EFFECT_MINUTES;
import static org.tanma.carbon.method.Parameter.C2F6_FACTOR;
import static org.tanma.carbon.method.Parameter.C2F6_RATIO;
import static org.tanma.carbon.method.Parameter.CF4_FACTOR;
import static org.tanma.carbon.method.Parameter.CF4_SLOPE;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * CF4 and C2F6 of anode effects, by factor per tonne or by the minutes of anode effect.
 *
 * <p>Shape: by factor {@code CF4 = AD × EFCF4, C2F6 = AD × EFC2F6}; by slope {@code CF4 = AD × AEM × SEF, C2F6 = CF4 × FC2F6}. Units:
 * AD in t of aluminium, EF in t of gas per t, AEM in minutes of anode effect per pot and day, SEF in t of CF4 per t and such
 * minute, FC2F6 a ratio of masses; result t of each gas. Source: the aluminium guide as transcribed in the method file that names
 * this kind; Implementing Regulation (EU) 2025/2547, Annex II, for the slope.
 */
final class AnodeEffect implements Calculation {
    private final boolean isBySlope;

    AnodeEffect(boolean isBySlope) {
        this.isBySlope = isBySlope;
    }

    @Override
    public String formula() {
        return isBySlope ? "CF4 = AD × AEM × SEF, C2F6 = CF4 × FC2F6" : "CF4 = AD × EFCF4, C2F6 = AD × EFC2F6";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.MASS);
    }

    @Override
    public List<Parameter> parameters() {
        return isBySlope ? List.of(ANODE_EFFECT_MINUTES, CF4_SLOPE, C2F6_RATIO) : List.of(CF4_FACTOR, C2F6_FACTOR);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        return isBySlope ? bySlope(activity, lookup) : byFactor(activity, lookup);
    }

    private static Optional<Computed> byFactor(Quantity activity, ParameterLookup lookup) {
        return lookup.require(List.of(new Need(CF4_FACTOR, Dimension.NONE), new Need(C2F6_FACTOR, Dimension.NONE)))
                .map(found -> Computed.ofGases(
                        found,
                        new GasAmount(Gas.CF4, activity.times(found.get(CF4_FACTOR))),
                        new GasAmount(Gas.C2F6, activity.times(found.get(C2F6_FACTOR)))));
    }

    private static Optional<Computed> bySlope(Quantity activity, ParameterLookup lookup) {
        Dimension minutes = Dimension.of(BaseKind.ANODE_EFFECT);
        return lookup.require(List.of(
                        new Need(ANODE_EFFECT_MINUTES, minutes),
                        new Need(CF4_SLOPE, Dimension.NONE.per(minutes)),
                        new Need(C2F6_RATIO, Dimension.NONE)))
                .map(found -> {
                    Quantity cf4 =
                            activity.times(found.get(ANODE_EFFECT_MINUTES)).times(found.get(CF4_SLOPE));
                    return Computed.ofGases(
                            found,
                            new GasAmount(Gas.CF4, cf4),
                            new GasAmount(Gas.C2F6, cf4.times(found.get(C2F6_RATIO))));
                });
    }
}
