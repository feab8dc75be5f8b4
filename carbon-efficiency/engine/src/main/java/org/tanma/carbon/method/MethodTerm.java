// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;

/**
 * One term of a method's sum: a kind of calculation with what it may be fed.
 *
 * @param id for example {@code fuel}
 * @param calculation the kind of calculation
 * @param scope 1 direct, 2 purchased energy, 3 the rest of the value chain, which is totalled on its own
 * @param label its name
 * @param isEnergyRelated whether it counts as CO2 of energy use (fuel, electricity, heat), as opposed to process CO2
 * @param isRequired whether it must be reported or declared absent; a subtracted term may be left out silently, for
 *     leaving it out cannot lower the result, so may one that is another way to report a term that must be, and a term of
 *     scope 3, which enters only where it is reported
 * @param isSubtracted whether it lowers the result, such as energy sold
 * @param compositionFrom id of the term whose single source lends its measured parameters month by month, or null
 * @param gas the gas that a calculation of another gas than CO2 gives; null where the calculation or the item names it
 * @param alternativeTo id of the term that this one is another way to report, such as steam by mass for heat; null for most
 * @param rules one rule per parameter the calculation needs
 */
public record MethodTerm(
        String id,
        CalculationKind calculation,
        int scope,
        LocalText label,
        boolean isEnergyRelated,
        boolean isRequired,
        boolean isSubtracted,
        @Nullable String compositionFrom,
        @Nullable Gas gas,
        @Nullable String alternativeTo,
        List<ParameterRule> rules) {
    /** Scope 3: other indirect emissions. */
    public static final int VALUE_CHAIN = 3;

    public MethodTerm {
        rules = List.copyOf(rules);
        if (scope < 1 || scope > VALUE_CHAIN) {
            throw new IllegalArgumentException("term " + id + " has scope " + scope + ", not 1, 2 or 3");
        }
        if (scope == VALUE_CHAIN ? isRequired : !isRequired && !isSubtracted && alternativeTo == null) {
            throw new IllegalArgumentException("term " + id + " of scope " + scope
                    + (isRequired ? " enters only where reported" : " adds emissions, so it cannot be optional"));
        }
    }

    /** Whether it belongs to scope 3. */
    public boolean isValueChain() {
        return scope == VALUE_CHAIN;
    }

    public Optional<ParameterRule> findRule(Parameter parameter) {
        for (ParameterRule rule : rules) {
            if (rule.parameter() == parameter) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
