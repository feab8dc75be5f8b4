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
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** Judges the measured properties of a row. */
final class MeasuredCheck {
    private final PropertyNames names;
    private final UnitCheck unitCheck;

    MeasuredCheck(PropertyNames names, UnitCheck unitCheck) {
        this.names = names;
        this.unitCheck = unitCheck;
    }

    /** Adds the row's sound properties to {@code measured} under their codes, and what is wrong to {@code violations}. */
    void check(RawRow row, ActivityKind kind, Map<String, MeasuredValue> measured, List<WordedViolation> violations) {
        Map<Parameter, Dimension> allowed = allowed(row, kind);
        new TreeMap<>(row.measured()).forEach((name, value) -> {
            Optional<Parameter> parameter = names.find(name);
            if (parameter.isEmpty()) {
                List<String> nearest = names.nearest(name);
                violations.add(
                        new WordedViolation(name, value.value(), measurable(allowed, kind), Suggestions.of(nearest)));
                return;
            }
            Dimension dimension = allowed.get(parameter.get());
            if (dimension == null) {
                violations.add(new WordedViolation(
                        name,
                        value.value(),
                        measurable(allowed, kind),
                        new Wording("“" + kind.nameZh() + "”不使用此项，请留空", "leave the cell empty for " + kind.nameEn())));
                return;
            }
            violations.addAll(faults(name, value, dimension));
            if (measured.put(parameter.get().code(), value) != null) {
                violations.add(new WordedViolation(
                        name,
                        value.value(),
                        new Wording("每个参数只填一次", "each property once"),
                        new Wording("有两列含义相同", "two columns mean the same")));
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

    private List<WordedViolation> faults(String name, MeasuredValue value, Dimension dimension) {
        Optional<WordedViolation> number = DecimalText.violation(name, value.value());
        if (number.isPresent()) {
            return List.of(number.get());
        }
        String unit = dimension.coherentSymbol();
        Wording expected = dimension.equals(Dimension.NONE)
                ? new Wording("% 或 1", "% or 1")
                : new Wording("单位，例如 " + unit, "a unit such as " + unit);
        if (value.unit().isEmpty()) {
            return dimension.equals(Dimension.NONE)
                    ? List.of(new WordedViolation(
                            name,
                            value.value(),
                            expected,
                            new Wording(
                                    "请在表头写明单位，例如 " + name + "（%）",
                                    "say whether it is a percentage: head the column '" + name + " (%)'")))
                    : List.of(new WordedViolation(
                            name,
                            value.value(),
                            expected,
                            new Wording(
                                    "请在表头写明单位，例如 " + name + "（" + unit + "）",
                                    "write the unit into the header: '" + name + " (" + unit + ")'")));
        }
        ParsedUnit parsed = unitCheck.parse(value.unit());
        if (parsed instanceof ParsedUnit.Unknown unknown) {
            return List.of(new WordedViolation(name, value.unit(), expected, UnitCheck.hint(unknown)));
        }
        return ((ParsedUnit.Known) parsed).unit().dimension().equals(dimension)
                ? List.of()
                : List.of(new WordedViolation(
                        name, value.unit(), expected, new Wording("单位与该项不符", "it measures something else")));
    }

    private static Wording measurable(Map<Parameter, Dimension> allowed, ActivityKind kind) {
        if (allowed.isEmpty()) {
            return new Wording(
                    "“" + kind.nameZh() + "”没有可填报的实测参数", "no measured property, for " + kind.nameEn() + " has none");
        }
        String codes = allowed.keySet().stream().map(Parameter::code).collect(Collectors.joining(", "));
        return new Wording(
                "“" + kind.nameZh() + "”的实测参数：" + codes, "a measured property of " + kind.nameEn() + ": " + codes);
    }
}
