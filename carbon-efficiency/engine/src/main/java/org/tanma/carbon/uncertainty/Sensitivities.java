// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tanma.carbon.inventory.ReadingModel;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.quantity.Quantity;

/**
 * Computes a reading once more with one figure or several changed by a part of themselves.
 *
 * <p>Figure 0 is the amount, figure i the i-th parameter.
 */
final class Sensitivities {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal STEP = new BigDecimal("0.001");
    private static final BigDecimal TWO_STEPS = new BigDecimal("0.002");

    private final ReadingModel model;

    Sensitivities(ReadingModel model) {
        this.model = model;
    }

    /** The figures of the reading: its amount and its parameters. */
    int size() {
        return 1 + model.inputs().size();
    }

    /** x × ∂E/∂x by the central difference, which is exact for formulas of the second degree; tCO2e. */
    BigDecimal relativeDerivative(int figure) {
        BigDecimal[] change = new BigDecimal[size()];
        Arrays.fill(change, BigDecimal.ZERO);
        change[figure] = STEP;
        BigDecimal above = emission(change);
        change[figure] = STEP.negate();
        return above.subtract(emission(change), PRECISION).divide(TWO_STEPS, PRECISION);
    }

    /** The emission with every figure multiplied by one plus its change, tCO2e. */
    BigDecimal emission(BigDecimal[] changes) {
        List<TraceInput> inputs = new ArrayList<>();
        for (int i = 0; i < model.inputs().size(); i++) {
            TraceInput input = model.inputs().get(i);
            inputs.add(new TraceInput(
                    input.symbol(), input.label(), changed(input.value(), changes[i + 1]), input.origin()));
        }
        return model.emission(changed(model.entry().amount(), changes[0]), inputs)
                .amount();
    }

    private static Quantity changed(Quantity quantity, BigDecimal change) {
        return change.signum() == 0
                ? quantity
                : new Quantity(quantity.amount().multiply(BigDecimal.ONE.add(change), PRECISION), quantity.unit());
    }
}
