// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.CalculationKind;
import org.tanma.carbon.method.Gas;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.ParameterRule;
import org.tanma.carbon.method.ParameterRule.Constant;
import org.tanma.carbon.method.ParameterRule.FactorRule;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.text.LocalText;

/** Reads {@code method.yaml}. */
final class MethodReader {
    private static final String FUEL_SET = "fuel-set";

    private final EditionFolder folder;
    private final UnitCatalog units;

    MethodReader(EditionFolder folder, UnitCatalog units) {
        this.folder = folder;
        this.units = units;
    }

    AccountingMethod read(EditionRef ref) {
        String path = "methods/" + ref;
        YamlObject yaml = YamlObject.parse(path + "/method.yaml", folder.read(path + "/method.yaml"))
                .allowing(
                        "title",
                        "standard",
                        "standing",
                        "first_year",
                        "last_year",
                        "longest_period_months",
                        "fuel_sets",
                        "gwp_set",
                        "activity_level_required",
                        "terms",
                        "read_as",
                        "not_covered");
        return new AccountingMethod(
                SourceReader.read(folder, path, ref),
                yaml.localText("title"),
                yaml.text("standard"),
                yaml.localText("standing"),
                yaml.integer("first_year"),
                yaml.has("last_year") ? yaml.integer("last_year") : null,
                yaml.integer("longest_period_months"),
                yaml.texts("fuel_sets").stream().map(EditionRef::parse).toList(),
                yaml.has("gwp_set") ? EditionRef.parse(yaml.text("gwp_set")) : null,
                yaml.flag("activity_level_required", false),
                yaml.objects("terms").stream().map(this::term).toList(),
                yaml.textMap("read_as"),
                yaml.objects("not_covered").stream()
                        .map(text -> new LocalText(text.allowing("zh", "en").text("zh"), text.text("en")))
                        .toList());
    }

    private MethodTerm term(YamlObject yaml) {
        yaml.allowing(
                "id",
                "calculation",
                "scope",
                "label",
                "energy_related",
                "required",
                "subtracted",
                "composition_from",
                "gas",
                "alternative_to",
                "parameters");
        int scope = yaml.integer("scope");
        CalculationKind kind = CalculationKind.fromCode(yaml.text("calculation"));
        List<ParameterRule> rules =
                yaml.objects("parameters").stream().map(this::rule).toList();
        Set<Parameter> ruled = new HashSet<>();
        rules.forEach(rule -> ruled.add(rule.parameter()));
        Set<Parameter> needed = Set.copyOf(kind.calculation().parameters());
        if (!ruled.equals(needed) || ruled.size() != rules.size()) {
            throw new EditionFormatException(
                    yaml.place(), kind.code() + " needs one rule for each of " + needed + ", not " + ruled);
        }
        return new MethodTerm(
                yaml.text("id"),
                kind,
                scope,
                yaml.localText("label"),
                yaml.flag("energy_related", false),
                yaml.flag("required", scope != MethodTerm.VALUE_CHAIN && !yaml.has("alternative_to")),
                yaml.flag("subtracted", false),
                yaml.findText("composition_from"),
                gas(yaml),
                yaml.findText("alternative_to"),
                rules);
    }

    private static @Nullable Gas gas(YamlObject yaml) {
        @Nullable String code = yaml.findText("gas");
        return code == null
                ? null
                : Gas.fromCode(code)
                        .filter(gas -> gas != Gas.CO2)
                        .orElseThrow(() ->
                                new EditionFormatException(yaml.place(), "'" + code + "' is no gas other than CO2"));
    }

    private ParameterRule rule(YamlObject yaml) {
        yaml.allowing("parameter", "measured", "factor", "constant");
        String code = yaml.text("parameter");
        return new ParameterRule(
                Parameter.fromCode(code)
                        .orElseThrow(() -> new EditionFormatException(
                                yaml.place(), "unknown parameter '" + code + "', not one of " + Parameter.codes())),
                yaml.flag("measured", false),
                yaml.has("factor") ? factor(yaml.object("factor")) : null,
                yaml.has("constant") ? constant(yaml.object("constant")) : null);
    }

    private static FactorRule factor(YamlObject yaml) {
        yaml.allowing("dataset", "edition", "subject", "may_be_years_earlier");
        String dataset = yaml.text("dataset");
        @Nullable String named = dataset.equals(FUEL_SET) ? null : dataset;
        return new FactorRule(
                named,
                yaml.findText("edition"),
                yaml.findText("subject"),
                yaml.has("may_be_years_earlier") ? yaml.integer("may_be_years_earlier") : 0);
    }

    private Constant constant(YamlObject yaml) {
        yaml.allowing("value", "unit", "source");
        String text = yaml.text("value");
        return new Constant(
                Ratio.quantity(text, units.get(yaml.text("unit")), yaml.place()), text, yaml.text("source"));
    }
}
