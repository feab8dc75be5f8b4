// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.FactorQuery;
import org.tanma.carbon.method.Gas;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.ParameterLookup;
import org.tanma.carbon.method.ParameterRule;
import org.tanma.carbon.method.ParameterRule.Constant;
import org.tanma.carbon.method.ParameterRule.FactorRule;
import org.tanma.carbon.method.ParameterSet;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/** Finds the parameters of one reading by the rules of its term: measured, then factor, then constant. */
final class ParameterResolver implements ParameterLookup {
    private final ResolvedBasis basis;
    private final DefaultParameters defaults;
    private final FactorCatalog factors;
    private final MeasuredParameters measured;
    private final List<Assumption> assumptions;
    private final SourceReadings source;
    private final ActivityEntry entry;
    private final MethodTerm term;
    private final List<Missing> missing;

    ParameterResolver(
            PreparedBasis prepared,
            FactorCatalog factors,
            MeasuredParameters measured,
            List<Assumption> assumptions,
            SourceReadings source,
            ActivityEntry entry,
            MethodTerm term,
            List<Missing> missing) {
        this.basis = prepared.basis();
        this.defaults = prepared.defaults();
        this.factors = factors;
        this.measured = measured;
        this.assumptions = assumptions;
        this.source = source;
        this.entry = entry;
        this.term = term;
        this.missing = missing;
    }

    @Override
    public Optional<ParameterSet> require(List<Need> needs) {
        boolean mayBeMeasured = !assumptions.isEmpty() || measured.mayHave(entry, term);
        ParameterSet known = mayBeMeasured ? null : defaults.find(entry.activity(), needs);
        if (known != null) {
            return Optional.of(known);
        }
        List<TraceInput> inputs = new ArrayList<>();
        int before = missing.size();
        for (Need need : needs) {
            resolve(need).ifPresent(inputs::add);
        }
        if (missing.size() > before) {
            return Optional.empty();
        }
        ParameterSet found = new ParameterSet(inputs);
        if (!mayBeMeasured) {
            defaults.remember(entry.activity(), needs, found);
        }
        return Optional.of(found);
    }

    private ParameterProblems problems() {
        return new ParameterProblems(() -> source.path() + "/" + entry.period());
    }

    @Override
    public Optional<Gas> gas() {
        @Nullable Gas named = term.gas();
        String item = entry.activity().item();
        Optional<Gas> gas =
                named != null ? Optional.of(named) : Gas.fromCode(item).filter(found -> found != Gas.CO2);
        if (gas.isEmpty()) {
            missing.add(problems().unknownGas(item));
        }
        return gas;
    }

    @Override
    public void refuse(Parameter parameter, LocalText what, String given, String allowed, LocalText hint) {
        missing.add(problems().contradiction(parameter, what, given, allowed, hint));
    }

    private Optional<TraceInput> resolve(Need need) {
        for (Assumption assumption : assumptions) {
            if (assumption.parameter() == need.parameter() && assumption.holdsFor(entry)) {
                return fromAssumption(need, assumption);
            }
        }
        ParameterRule rule = term.findRule(need.parameter())
                .orElseThrow(() -> new IllegalStateException(basis.method().ref() + " has no rule for "
                        + need.parameter().code() + " of " + term.id()));
        FactorRule factor = rule.factor();
        Optional<FactorMatch> match = factor == null
                ? Optional.empty()
                : defaults.match(entry.activity(), need.parameter(), () -> find(need, factor));
        List<MeasuredParameters.Given> given = measured.find(entry, need.parameter());
        if (!given.isEmpty()) {
            return fromMeasured(need, rule, given, match.orElse(null));
        }
        @Nullable Constant constant = rule.constant();
        if (match.isPresent()) {
            return fitting(need, match.get().factor().value(), new Origin.FromFactor(match.get()));
        }
        if (constant != null) {
            return fitting(
                    need,
                    constant.value(),
                    new Origin.MethodConstant(basis.method().ref(), constant.text(), constant.source()));
        }
        missing.add(
                rule.factor() == null
                        ? problems().notMeasured(need)
                        : problems()
                                .noFactor(need, subject(rule.factor()), dataset(rule.factor()), known(rule.factor())));
        return Optional.empty();
    }

    private Optional<TraceInput> fromAssumption(Need need, Assumption assumption) {
        Optional<Missing> problem = problems().check(need, List.of(assumption.value()), null);
        if (problem.isPresent()) {
            missing.add(problem.get());
            return Optional.empty();
        }
        return Optional.of(input(need.parameter(), assumption.value(), new Origin.Assumed(assumption.scope())));
    }

    private Optional<TraceInput> fromMeasured(
            Need need, ParameterRule rule, List<MeasuredParameters.Given> given, @Nullable FactorMatch usual) {
        Quantity value = given.get(0).measured().value();
        Optional<Missing> problem = rule.isMeasurable()
                ? problems()
                        .check(
                                need,
                                given.stream()
                                        .map(each -> each.measured().value())
                                        .toList(),
                                usual)
                : Optional.of(problems().notMeasurable(need, value));
        if (problem.isPresent()) {
            missing.add(problem.get());
            return Optional.empty();
        }
        return Optional.of(input(
                need.parameter(),
                value,
                new Origin.Measured(
                        given.get(0).scope(),
                        given.get(0).measured().evidence(),
                        given.get(0).measured().uncertaintyPercent())));
    }

    private Optional<TraceInput> fitting(Need need, Quantity value, Origin origin) {
        if (!value.dimension().equals(need.dimension())) {
            missing.add(problems().factorUnitDiffers(need, value, entry.amount()));
            return Optional.empty();
        }
        return Optional.of(input(need.parameter(), value, origin));
    }

    private Optional<FactorMatch> find(Need need, FactorRule rule) {
        String dataset = dataset(rule);
        if (dataset.isEmpty()) {
            return Optional.empty();
        }
        @Nullable EditionRef fuelSet = basis.fuelSet();
        @Nullable String edition = rule.dataset() == null && fuelSet != null ? fuelSet.edition() : rule.edition();
        return factors.find(new FactorQuery(
                dataset,
                edition,
                subject(rule) + "." + need.parameter().code(),
                basis.places(),
                basis.day(),
                rule.mayBeYearsEarlier()));
    }

    private String subject(FactorRule rule) {
        return rule.subject() == null ? entry.activity().item() : rule.subject();
    }

    private String dataset(FactorRule rule) {
        if (rule.dataset() != null) {
            return rule.dataset();
        }
        return basis.fuelSet() == null ? "" : basis.fuelSet().name();
    }

    private List<String> known(FactorRule rule) {
        @Nullable EditionRef fuelSet = basis.fuelSet();
        return rule.dataset() == null && fuelSet != null ? factors.activities(fuelSet) : List.of();
    }

    private static TraceInput input(Parameter parameter, Quantity value, Origin origin) {
        return new TraceInput(parameter.symbol(), parameter.label(), value, origin);
    }
}
