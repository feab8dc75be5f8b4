// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.method.Computed;
import org.tanma.carbon.method.Gas;
import org.tanma.carbon.method.GasAmount;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.ParameterLookup;
import org.tanma.carbon.method.ParameterSet;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * One reading of an inventory with the figures it was computed from, so that it can be computed again from others: what an
 * uncertainty or a what-if asks. Immutable, thread-safe.
 */
public final class ReadingModel {
    private final CalculatedReading reading;
    private final MethodTerm term;
    private final ResolvedBasis basis;

    ReadingModel(CalculatedReading reading, MethodTerm term, ResolvedBasis basis) {
        this.reading = reading;
        this.term = term;
        this.basis = basis;
    }

    public ActivityEntry entry() {
        return reading.entry();
    }

    public MethodTerm term() {
        return term;
    }

    /** The parameters, in the order of the formula, without the amount read. */
    public List<TraceInput> inputs() {
        return reading.computed().inputs();
    }

    /** What the reading adds to the inventory, tCO2e. */
    public Quantity emission() {
        return emission(reading.computed());
    }

    /**
     * What it would add if the amount and the parameters were these.
     *
     * @param amount of the dimension of the reading's own
     * @param inputs the same parameters as {@link #inputs}, with other values
     */
    public Quantity emission(Quantity amount, List<TraceInput> inputs) {
        return term.calculation()
                .calculation()
                .compute(amount, new Given(inputs))
                .map(this::emission)
                .orElseThrow(() -> new IllegalStateException(term.id() + " asks for more than it was given"));
    }

    private Quantity emission(Computed computed) {
        Quantity sum = term.isValueChain()
                ? computed.co2()
                : computed.co2().times(basis.co2Gwp().factor().value());
        for (GasAmount gas : computed.otherGases()) {
            FactorMatch gwp = basis.otherGwps().get(gas.gas());
            if (gwp == null) {
                throw new IllegalStateException("no GWP of " + gas.gas() + " although the inventory was computed");
            }
            sum = sum.plus(gas.massT().times(gwp.factor().value()));
        }
        return term.isSubtracted() ? sum.negated() : sum;
    }

    /** The figures given, and the gas that the reading had. */
    private final class Given implements ParameterLookup {
        private final ParameterSet parameters;

        Given(List<TraceInput> inputs) {
            this.parameters = new ParameterSet(inputs);
        }

        @Override
        public Optional<ParameterSet> require(List<Need> needs) {
            return Optional.of(parameters);
        }

        @Override
        public Optional<Gas> gas() {
            return reading.computed().otherGases().stream().map(GasAmount::gas).findFirst();
        }

        @Override
        public boolean isTrial() {
            return true;
        }

        @Override
        public void refuse(Parameter parameter, LocalText what, String given, String allowed, LocalText hint) {
            throw new IllegalArgumentException(parameter.code() + " " + given + ": " + what.en() + ", not " + allowed);
        }
    }
}
