// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.carbon.report.content.Step;
import org.tanma.carbon.report.workbook.StepFormula.Term;

/**
 * The formula of a reading that gives gases beside CO2: masses first, each of which a child weighs by its GWP.
 *
 * <p>Shape: {@code EXPRESSION; Σ m × GWP} for one gas, or {@code CF4 = EXPRESSION, C2F6 = EXPRESSION; Σ m × GWP}, where a later
 * expression may name an earlier gas.
 */
final class GasFormula {
    private static final String WEIGHING = "; Σ m × GWP";
    private static final String NAMING = " = ";

    private GasFormula() {}

    static boolean is(Step step) {
        return step.formula().endsWith(WEIGHING);
    }

    /** The masses that could be read, in coherent units, by the gas as its step is labelled. */
    static Map<String, Term> masses(Step step, Map<String, Term> symbols) {
        String formulas = step.formula().substring(0, step.formula().length() - WEIGHING.length());
        Map<String, Term> known = new HashMap<>(symbols);
        Map<String, Term> masses = new HashMap<>();
        for (String part : formulas.split(", ")) {
            int naming = part.indexOf(NAMING);
            List<String> gases = naming >= 0
                    ? List.of(part.substring(0, naming).strip())
                    : step.children().stream().map(child -> child.label().en()).toList();
            Optional<Term> mass = gases.size() == 1
                    ? StepFormula.read(naming < 0 ? part : part.substring(naming + NAMING.length()), known, Map.of())
                    : Optional.empty();
            mass.ifPresent(term -> {
                Term bracketed = new Term(term.value(), "(" + term.text() + ")");
                known.put(gases.get(0), bracketed);
                masses.put(gases.get(0), bracketed);
            });
        }
        return masses;
    }
}
