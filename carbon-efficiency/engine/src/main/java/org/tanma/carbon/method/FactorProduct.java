// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * An amount times its parameters, giving CO2 or the mass of the gas that the term or the item names.
 *
 * <p>Shape: {@code AD × p1 × p2 …}. Units: each parameter in the dimension its part asks for, so that the product comes out in
 * tCO2 or, for another gas, in t of it. Errors: an unknown gas is noted by the lookup. Source: see each kind of calculation
 * that is made so.
 */
final class FactorProduct implements Calculation {
    private final String formula;
    private final List<Dimension> activityDimensions;
    private final boolean isOtherGas;
    private final List<Part> parts;

    /**
     * One factor of the product.
     *
     * @param dimension what it must measure, from what the amount measures
     */
    record Part(Parameter parameter, UnaryOperator<Dimension> dimension) {
        /** A share, whatever the amount measures. */
        static Part share(Parameter parameter) {
            return new Part(parameter, amount -> Dimension.NONE);
        }

        /** Something per unit of the amount. */
        static Part per(Parameter parameter, Dimension what) {
            return new Part(parameter, what::per);
        }

        /** Of one dimension, whatever the amount measures. */
        static Part of(Parameter parameter, Dimension dimension) {
            return new Part(parameter, amount -> dimension);
        }
    }

    private FactorProduct(String formula, List<Dimension> activityDimensions, boolean isOtherGas, List<Part> parts) {
        this.formula = formula;
        this.activityDimensions = activityDimensions;
        this.isOtherGas = isOtherGas;
        this.parts = parts;
    }

    static FactorProduct ofCo2(String formula, List<Dimension> activityDimensions, Part... parts) {
        return new FactorProduct(formula, activityDimensions, false, List.of(parts));
    }

    static FactorProduct ofGas(String formula, List<Dimension> activityDimensions, Part... parts) {
        return new FactorProduct(formula, activityDimensions, true, List.of(parts));
    }

    @Override
    public String formula() {
        return formula;
    }

    @Override
    public List<Dimension> activityDimensions() {
        return activityDimensions;
    }

    @Override
    public List<Parameter> parameters() {
        return parts.stream().map(Part::parameter).toList();
    }

    @Override
    public Optional<Computed> compute(Quantity activity, ParameterLookup lookup) {
        List<Need> needs = parts.stream()
                .map(part -> new Need(part.parameter(), part.dimension().apply(activity.dimension())))
                .toList();
        return lookup.require(needs).flatMap(found -> {
            Quantity product = activity;
            for (Part part : parts) {
                product = product.times(found.get(part.parameter()));
            }
            Quantity result = product;
            return isOtherGas
                    ? lookup.gas().map(gas -> Computed.ofGases(found, new GasAmount(gas, result)))
                    : Optional.of(Computed.of(found, result));
        });
    }
}
