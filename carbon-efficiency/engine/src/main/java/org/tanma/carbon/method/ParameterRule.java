// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;

/**
 * Where a method allows one parameter of a term to come from. Tried in the order measured, factor, constant; where all
 * that is allowed is absent, the inventory is incomplete.
 *
 * @param parameter the parameter
 * @param isMeasurable whether a value measured by the enterprise is taken
 * @param factor the dataset with default values, or null
 * @param constant the value the method itself fixes, or null
 */
public record ParameterRule(
        Parameter parameter,
        boolean isMeasurable,
        @Nullable FactorRule factor,
        @Nullable Constant constant) {
    public ParameterRule {
        if (!isMeasurable && factor == null && constant == null) {
            throw new IllegalArgumentException("parameter " + parameter.code() + " could come from nowhere");
        }
    }

    /**
     * A dataset to look in.
     *
     * @param dataset for example {@code grid-co2}; null stands for the fuel set the inventory is made with
     * @param edition the one edition to use, or null for whichever holds in the year
     * @param subject the activity before the dot; null stands for the item reported, for example the fuel
     * @param mayBeYearsEarlier how many years ago the factor may have ended; 0 or more
     */
    public record FactorRule(
            @Nullable String dataset,
            @Nullable String edition,
            @Nullable String subject,
            int mayBeYearsEarlier) {}

    /**
     * A figure that stands in the method.
     *
     * @param value the figure
     * @param text as written there, for example {@code 44/12}
     * @param source clause or reason
     */
    public record Constant(Quantity value, String text, String source) {}
}
