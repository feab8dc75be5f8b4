// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.ParsedUnit;
import org.tanma.carbon.service.kind.ActivityKind;
import org.tanma.carbon.service.kind.PropertyNames;
import org.tanma.carbon.service.ledger.MeasuredValue;
import org.tanma.kit.rest.Violation;

/** Judges the measured properties of a row. */
final class MeasuredCheck {
    private final PropertyNames names;
    private final UnitCheck unitCheck;

    MeasuredCheck(PropertyNames names, UnitCheck unitCheck) {
        this.names = names;
        this.unitCheck = unitCheck;
    }

    /** Adds the row's sound properties to {@code measured} under their codes, and what is wrong to {@code violations}. */
    void check(RawRow row, ActivityKind kind, Map<String, MeasuredValue> measured, List<Violation> violations) {
        Map<Parameter, Dimension> allowed = allowed(row, kind);
        new TreeMap<>(row.measured()).forEach((name, value) -> {
            Optional<Parameter> parameter = names.find(name);
            if (parameter.isEmpty()) {
                List<String> nearest = names.nearest(name);
                violations.add(new Violation(
                        name,
                        value.value(),
                        "a column of the table, or a measured property: " + codes(allowed),
                        nearest.isEmpty() ? "" : "did you mean / 是否应为：" + String.join(", ", nearest)));
                return;
            }
            Dimension dimension = allowed.get(parameter.get());
            if (dimension == null) {
                violations.add(new Violation(
                        name,
                        value.value(),
                        "of this kind may be measured: " + codes(allowed),
                        "leave the cell empty for " + kind.nameEn() + " / “" + kind.nameZh() + "”请留空"));
                return;
            }
            violations.addAll(faults(name, value, dimension));
            if (measured.put(parameter.get().code(), value) != null) {
                violations.add(new Violation(name, value.value(), "each property once", "two columns mean the same"));
            }
        });
    }

    private Map<Parameter, Dimension> allowed(RawRow row, ActivityKind kind) {
        ParsedUnit unit = unitCheck.parse(row.cell(Column.UNIT));
        Dimension amount = unit instanceof ParsedUnit.Known known
                        && kind.properties().containsKey(known.unit().dimension())
                ? known.unit().dimension()
                : kind.dimensions().get(0);
        return kind.properties().getOrDefault(amount, Map.of());
    }

    private List<Violation> faults(String name, MeasuredValue value, Dimension dimension) {
        Optional<Violation> number = DecimalText.violation(name, value.value());
        if (number.isPresent()) {
            return List.of(number.get());
        }
        String expected = "a unit such as " + dimension.coherentSymbol();
        if (value.unit().isEmpty()) {
            return dimension.equals(Dimension.NONE)
                    ? List.of(new Violation(
                            name,
                            value.value(),
                            "% or 1",
                            "say whether it is a percentage: head the column '" + name + " (%)' / 请在表头写明单位，例如 " + name
                                    + "（%）"))
                    : List.of(new Violation(
                            name,
                            value.value(),
                            expected,
                            "write the unit into the header: '" + name + " (" + dimension.coherentSymbol()
                                    + ")' / 请在表头写明单位"));
        }
        ParsedUnit parsed = unitCheck.parse(value.unit());
        if (parsed instanceof ParsedUnit.Unknown unknown) {
            return List.of(new Violation(name, value.unit(), expected, UnitCheck.hint(unknown)));
        }
        return ((ParsedUnit.Known) parsed).unit().dimension().equals(dimension)
                ? List.of()
                : List.of(new Violation(name, value.unit(), expected, "it measures something else / 单位与该项不符"));
    }

    private static String codes(Map<Parameter, Dimension> allowed) {
        return allowed.isEmpty()
                ? "nothing"
                : allowed.keySet().stream().map(Parameter::code).collect(Collectors.joining(", "));
    }
}
