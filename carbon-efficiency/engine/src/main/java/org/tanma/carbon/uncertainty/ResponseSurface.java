// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The emission of readings as a polynomial in the relative changes of their uncertain figures, of the first degree in each.
 *
 * <p>Shape: {@code E(z) = Σ_S c_S Π_{i∈S} z_i}, S the subsets of the figures; c_S from the emission at every corner of a
 * small cube. Exact for formulas that are linear in each figure, as sums and products are.
 */
final class ResponseSurface {
    /** The corner's distance. */
    private static final BigDecimal STEP = new BigDecimal("0.125");

    /** Beyond this many uncertain figures there would be too many corners. */
    private static final int MAX_FIGURES = 10;

    private static final double STEP_AS_DOUBLE = 0.125;
    private static final double TOLERANCE = 1e-9;

    private final int[] variables;
    private final double[] coefficients;

    private ResponseSurface(int[] variables, double[] coefficients) {
        this.variables = variables;
        this.coefficients = coefficients;
    }

    /**
     * The surface of one reading; null where it is not linear in each figure, or has too many.
     *
     * @param figures which figures of the reading are uncertain
     * @param variables the number of each one's draw
     */
    static @Nullable ResponseSurface of(Sensitivities reading, int[] figures, int[] variables) {
        int n = figures.length;
        if (n > MAX_FIGURES) {
            return null;
        }
        double[] values = new double[1 << n];
        BigDecimal[] changes = new BigDecimal[reading.size()];
        for (int corner = 0; corner < values.length; corner++) {
            Arrays.fill(changes, BigDecimal.ZERO);
            for (int i = 0; i < n; i++) {
                changes[figures[i]] = (corner >> i & 1) == 1 ? STEP : BigDecimal.ZERO;
            }
            values[corner] = reading.emission(changes).doubleValue();
        }
        double base = values[0];
        for (int i = 0; i < n; i++) {
            for (int corner = 0; corner < values.length; corner++) {
                if ((corner >> i & 1) == 1) {
                    values[corner] = (values[corner] - values[corner ^ 1 << i]) / STEP_AS_DOUBLE;
                }
            }
        }
        ResponseSurface surface = new ResponseSurface(variables, values);
        Arrays.fill(changes, BigDecimal.ZERO);
        for (int figure : figures) {
            changes[figure] = STEP.negate();
        }
        double expected = reading.emission(changes).doubleValue();
        double[] draw = new double[Arrays.stream(variables).max().orElse(0) + 1];
        Arrays.fill(draw, -STEP_AS_DOUBLE);
        boolean isExact = Math.abs(surface.at(draw) - expected) <= TOLERANCE * Math.abs(base);
        return isExact ? surface : null;
    }

    /** The surface of this and another reading with the same variables. */
    ResponseSurface plus(ResponseSurface other) {
        double[] sum = new double[coefficients.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = coefficients[i] + other.coefficients[i];
        }
        return new ResponseSurface(variables, sum);
    }

    boolean hasVariables(int[] others) {
        return Arrays.equals(variables, others);
    }

    /** The emission for a draw of all variables, tCO2e. */
    double at(double[] draw) {
        double[] rest = coefficients.clone();
        for (int i = variables.length - 1; i >= 0; i--) {
            int half = 1 << i;
            double z = draw[variables[i]];
            for (int corner = 0; corner < half; corner++) {
                rest[corner] += z * rest[corner + half];
            }
        }
        return rest[0];
    }
}
