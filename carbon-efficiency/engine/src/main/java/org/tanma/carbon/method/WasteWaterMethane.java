// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.tanma.carbon.method.Parameter.COD_IN;
import static org.tanma.carbon.method.Parameter.COD_OUT;
import static org.tanma.carbon.method.Parameter.METHANE_CAPACITY;
import static org.tanma.carbon.method.Parameter.METHANE_CORRECTION;
import static org.tanma.carbon.method.Parameter.SLUDGE_COD;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * CH4 of treating industrial waste water without air.
 *
 * <p>Shape: {@code (AD × (CODin − CODout) − CODs) × Bo × MCF}. Units: AD in m3 of waste water, COD in kg/m3, CODs (taken out as
 * sludge) in t, Bo in t CH4 per t COD, MCF a share; result t CH4; CH4 recovered is a term of its own. Errors: less COD at the
 * inlet than leaves is refused. Source: the formula of the guide for other industry, which follows IPCC 2006, vol. 5, ch. 6.
 */
final class WasteWaterMethane implements Calculation {
    @Override
    public String formula() {
        return "(AD × (CODin − CODout) − CODs) × Bo × MCF";
    }

    @Override
    public List<Dimension> activityDimensions() {
        return List.of(Dimension.VOLUME);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(COD_IN, COD_OUT, SLUDGE_COD, METHANE_CAPACITY, METHANE_CORRECTION);
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        Dimension load = Dimension.MASS.per(Dimension.VOLUME);
        return lookup.require(List.of(
                        new Need(COD_IN, load),
                        new Need(COD_OUT, load),
                        new Need(SLUDGE_COD, Dimension.MASS),
                        new Need(METHANE_CAPACITY, Dimension.NONE),
                        new Need(METHANE_CORRECTION, Dimension.NONE)))
                .flatMap(found -> {
                    Quantity removed = activity.times(found.get(COD_IN).minus(found.get(COD_OUT)))
                            .minus(found.get(SLUDGE_COD));
                    if (!lookup.isTrial() && removed.signum() < 0) {
                        lookup.refuse(
                                COD_IN,
                                new LocalText("出水和污泥带走的 COD 多于进水", "more COD leaves than comes in"),
                                removed.toString(),
                                ">= 0",
                                new LocalText("核对进水、出水浓度与污泥带走量", "check the loads in, out and in sludge"));
                        return Optional.empty();
                    }
                    Quantity methane =
                            removed.times(found.get(METHANE_CAPACITY)).times(found.get(METHANE_CORRECTION));
                    return Optional.of(Computed.ofGases(found, new GasAmount(Gas.CH4, methane)));
                });
    }
}
