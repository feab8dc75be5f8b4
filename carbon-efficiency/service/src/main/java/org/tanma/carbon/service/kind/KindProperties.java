// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.kind;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.Calculation;
import org.tanma.carbon.method.Gas;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.ParameterLookup;
import org.tanma.carbon.method.ParameterRule;
import org.tanma.carbon.method.ParameterSet;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/** Finds, in the methods, which properties of a kind an enterprise may measure, and what each must then measure. */
final class KindProperties {
    private final List<AccountingMethod> methods;

    KindProperties(List<AccountingMethod> methods) {
        this.methods = methods;
    }

    Map<Dimension, Map<Parameter, Dimension>> of(String code, List<Dimension> dimensions) {
        int slash = code.indexOf('/');
        String termId = slash < 0 ? code : code.substring(0, slash);
        Map<Dimension, Map<Parameter, Dimension>> properties = new HashMap<>();
        for (Dimension dimension : dimensions) {
            Map<Parameter, Dimension> measurable = new TreeMap<>();
            methods.stream()
                    .flatMap(m -> m.findTerm(termId).stream())
                    .forEach(term -> collect(term, dimension, measurable));
            properties.put(dimension, measurable);
        }
        return properties;
    }

    /** The calculation is asked for a result with a lookup that only listens to what it needs. */
    private static void collect(MethodTerm term, Dimension amount, Map<Parameter, Dimension> measurable) {
        Calculation calculation = term.calculation().calculation();
        if (calculation.activityDimensions().contains(amount)) {
            calculation.compute(new Quantity(BigDecimal.ONE, Unit.coherent(amount)), new Listener(term, measurable));
        }
    }

    /** Finds nothing, and notes what was asked for and may be measured. */
    private record Listener(MethodTerm term, Map<Parameter, Dimension> measurable) implements ParameterLookup {
        @Override
        public Optional<ParameterSet> require(List<Need> needs) {
            needs.stream()
                    .filter(need -> term.findRule(need.parameter())
                            .filter(ParameterRule::isMeasurable)
                            .isPresent())
                    .forEach(need -> measurable.put(need.parameter(), need.dimension()));
            return Optional.empty();
        }

        @Override
        public Optional<Gas> gas() {
            return Optional.empty();
        }

        @Override
        public void refuse(Parameter parameter, LocalText what, String given, String allowed, LocalText hint) {
            // nothing was found, so nothing can contradict itself
        }
    }
}
