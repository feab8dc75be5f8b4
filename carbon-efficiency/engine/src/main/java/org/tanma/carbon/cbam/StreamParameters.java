// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.FactorQuery;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.inventory.ParameterProblems;
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

/** The parameters of one source stream by the rules of its term: measured, then published, then fixed by the method. */
final class StreamParameters implements ParameterLookup {
    private final CbamContext context;
    private final SourceStream stream;
    private final MethodTerm term;
    private final ParameterProblems problems;

    StreamParameters(CbamContext context, SourceStream stream, MethodTerm term, String path) {
        this.context = context;
        this.stream = stream;
        this.term = term;
        this.problems = new ParameterProblems(path);
    }

    @Override
    public Optional<ParameterSet> require(List<Need> needs) {
        List<TraceInput> inputs = new ArrayList<>();
        int before = context.missing.size();
        for (Need need : needs) {
            resolve(need).ifPresent(inputs::add);
        }
        return context.missing.size() == before ? Optional.of(new ParameterSet(inputs)) : Optional.empty();
    }

    @Override
    public Optional<Gas> gas() {
        note(problems.unknownGas(stream.item()));
        return Optional.empty();
    }

    @Override
    public void refuse(Parameter parameter, LocalText what, String given, String allowed, LocalText hint) {
        note(problems.contradiction(parameter, what, given, allowed, hint));
    }

    private Optional<TraceInput> resolve(Need need) {
        ParameterRule rule = term.findRule(need.parameter())
                .orElseThrow(() -> new IllegalStateException(context.method.ref() + " has no rule for "
                        + need.parameter().code()));
        @Nullable FactorRule factorRule = rule.factor();
        @Nullable
        FactorMatch match = factorRule == null ? null : find(need, factorRule).orElse(null);
        @Nullable MeasuredValue measured = stream.measured().get(need.parameter());
        if (measured != null) {
            return measured(need, rule, measured, match);
        }
        if (match != null) {
            return fitting(need, match.factor().value(), new Origin.FromFactor(match));
        }
        @Nullable Constant constant = rule.constant();
        if (constant != null) {
            return fitting(
                    need,
                    constant.value(),
                    new Origin.MethodConstant(context.method.ref(), constant.text(), constant.source()));
        }
        note(
                factorRule == null || stream.item().isEmpty()
                        ? problems.notMeasured(need)
                        : problems.noFactor(need, stream.item(), dataset(factorRule), known(factorRule)));
        return Optional.empty();
    }

    private Optional<TraceInput> measured(
            Need need, ParameterRule rule, MeasuredValue measured, @Nullable FactorMatch usual) {
        Optional<Missing> problem = rule.isMeasurable()
                ? problems.check(need, List.of(measured.value()), usual)
                : Optional.of(problems.notMeasurable(need, measured.value()));
        if (problem.isPresent()) {
            note(problem.get());
            return Optional.empty();
        }
        return Optional.of(input(need, measured.value(), new Origin.Measured(stream.source(), measured.evidence())));
    }

    private Optional<TraceInput> fitting(Need need, Quantity value, Origin origin) {
        if (!value.dimension().equals(need.dimension())) {
            note(problems.factorUnitDiffers(need, value, stream.amount()));
            return Optional.empty();
        }
        if (origin instanceof Origin.FromFactor from) {
            context.use(from.match());
        }
        return Optional.of(input(need, value, origin));
    }

    private void note(Missing missing) {
        context.missing.add(missing);
    }

    private static TraceInput input(Need need, Quantity value, Origin origin) {
        return new TraceInput(need.parameter().symbol(), need.parameter().label(), value, origin);
    }

    private Optional<FactorMatch> find(Need need, FactorRule rule) {
        @Nullable String subject = rule.subject();
        String of = subject == null ? stream.item() : subject;
        return of.isEmpty()
                ? Optional.empty()
                : context.factors.find(new FactorQuery(
                        dataset(rule),
                        edition(rule),
                        of + "." + need.parameter().code(),
                        context.places,
                        context.day,
                        rule.mayBeYearsEarlier()));
    }

    private String dataset(FactorRule rule) {
        @Nullable String dataset = rule.dataset();
        @Nullable EditionRef fuelSet = context.fuelSet;
        return dataset != null ? dataset : fuelSet == null ? "fuels" : fuelSet.name();
    }

    private @Nullable String edition(FactorRule rule) {
        @Nullable EditionRef fuelSet = context.fuelSet;
        return rule.dataset() != null || fuelSet == null ? rule.edition() : fuelSet.edition();
    }

    private List<String> known(FactorRule rule) {
        @Nullable String edition = edition(rule);
        return edition == null ? List.of() : context.factors.activities(new EditionRef(dataset(rule), edition));
    }
}
