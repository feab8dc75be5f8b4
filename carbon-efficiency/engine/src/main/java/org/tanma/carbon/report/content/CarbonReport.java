// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * One result, ready to be printed. Figures are exact; whoever prints them rounds, and says how.
 *
 * @param subject whose result it is
 * @param year calendar year
 * @param basis what it was computed with, in the order of reading: method, fuel set, GWP set, place
 * @param sums the sums, the total first
 * @param sources one line per source and activity, the largest first
 * @param periods one line per period, in order of time
 * @param factors every factor used
 * @param absentTerms terms declared absent
 * @param notCovered sources of emission that the method does not compute
 * @param notices what a reader should know
 * @param tables further tables, each under its own title
 * @param grade the grade; null when none was asked for or given
 * @param refusals why there is no grade; empty when there is one, or none was asked for
 * @param steps the way from the total down to each reading
 * @param energySteps ids of those steps whose sum is the CO2 of energy use; empty when not known
 * @param stamp the digests
 */
public record CarbonReport(
        ReportSubject subject,
        int year,
        List<BasisLine> basis,
        List<SumLine> sums,
        List<SourceLine> sources,
        List<PeriodLine> periods,
        List<FactorLine> factors,
        List<String> absentTerms,
        List<LocalText> notCovered,
        List<LocalText> notices,
        List<ReportTable> tables,
        @Nullable GradePart grade,
        List<RefusalLine> refusals,
        Step steps,
        Set<String> energySteps,
        ReportStamp stamp) {
    public CarbonReport {
        basis = List.copyOf(basis);
        sums = List.copyOf(sums);
        sources = List.copyOf(sources);
        periods = List.copyOf(periods);
        factors = List.copyOf(factors);
        absentTerms = List.copyOf(absentTerms);
        notCovered = List.copyOf(notCovered);
        notices = List.copyOf(notices);
        tables = List.copyOf(tables);
        refusals = List.copyOf(refusals);
        energySteps = Set.copyOf(energySteps);
    }

    /** One thing the result was computed with: what it is, and which edition or value. */
    public record BasisLine(LocalText label, LocalText value) {}

    /**
     * One sum.
     *
     * @param code {@code total}, {@code scope1}, {@code scope2}, {@code energyCo2} …
     * @param depth 0 for the total, 1 for a part of it or a figure beside it
     */
    public record SumLine(String code, LocalText label, int depth, Quantity value) {}

    /** What one source added; {@code share} is a pure number. */
    public record SourceLine(
            String source,
            String activity,
            LocalText label,
            int scope,
            Quantity amount,
            Quantity emission,
            Quantity share) {
        /** Id of its step, as the engine names it. */
        public String stepId() {
            int solidus = activity.indexOf('/');
            String term = solidus < 0 ? activity : activity.substring(0, solidus);
            String item = solidus < 0 ? "" : activity.substring(solidus);
            return "total/scope-" + scope + "/" + term + "/" + source + item;
        }
    }

    /** The emission of one period. */
    public record PeriodLine(String period, Quantity emission) {}

    /** One factor used, with where it comes from; {@code yearsEarlier} is 0 when it held in the year reported. */
    public record FactorLine(
            String edition,
            String id,
            String geography,
            Quantity value,
            String source,
            LocalText quality,
            int yearsEarlier) {}

    /** One reason against a grade. */
    public record RefusalLine(LocalText what, String given, String allowed) {}

    /** The sum of this code, if the result has it. */
    public Optional<SumLine> sum(String code) {
        return sums.stream().filter(sum -> sum.code().equals(code)).findFirst();
    }
}
