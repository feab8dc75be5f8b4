// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.tanma.carbon.inventory.Missing.Reason.ACTIVITY_LEVEL;
import static org.tanma.carbon.inventory.Missing.Reason.MONTH;
import static org.tanma.carbon.inventory.Missing.Reason.OVERLAP;
import static org.tanma.carbon.inventory.Missing.Reason.PERIOD;
import static org.tanma.carbon.inventory.Missing.Reason.TERM;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/** Checks that every term is reported or declared absent, and that every source has each month of the year exactly once. */
final class CoverageCheck {
    private static final int MONTHS = 12;

    private final InventoryRequest request;
    private final AccountingMethod method;
    private final List<Missing> missing;

    CoverageCheck(InventoryRequest request, AccountingMethod method, List<Missing> missing) {
        this.request = request;
        this.method = method;
        this.missing = missing;
    }

    void check(List<SourceReadings> sources) {
        checkTerms(sources);
        for (SourceReadings source : sources) {
            boolean isValueChain = isValueChain(source);
            source.entries().forEach(entry -> checkPeriod(source, entry.period(), isValueChain));
            checkMonths(source, isValueChain);
        }
        Quantity level = request.activityLevel();
        if (level == null ? method.isActivityLevelRequired() : level.signum() <= 0) {
            missing.add(new Missing(
                    ACTIVITY_LEVEL,
                    "activityLevel",
                    new LocalText("缺少产量", "the amount produced is missing or not above zero"),
                    level == null ? "" : level.toString(),
                    "> 0",
                    new LocalText("填报当年产量及单位", "give the amount produced in the year, with its unit")));
        }
    }

    private void checkTerms(List<SourceReadings> sources) {
        Set<String> reported =
                sources.stream().map(source -> source.activity().term()).collect(Collectors.toSet());
        for (MethodTerm term : method.terms()) {
            boolean isAbsent = request.absentTerms().contains(term.id());
            if (isAbsent && reported.contains(term.id())) {
                term(
                        term.id(),
                        new LocalText("同一排放源既填报又声明不存在", "reported, and declared absent as well"),
                        new LocalText("删除其中之一", "take back one of the two"));
            } else if (term.isRequired() && !isAbsent && !isReported(term, reported)) {
                term(
                        term.id(),
                        new LocalText(
                                "未填报：" + term.label().zh(),
                                "not reported: " + term.label().en()),
                        new LocalText(
                                "逐月填报（未发生填 0），或声明该企业没有此排放源",
                                "report every month (0 where nothing happened), or declare that there is no such source"));
            }
        }
        List<String> known = method.terms().stream()
                .filter(term -> !term.isValueChain())
                .map(MethodTerm::id)
                .toList();
        request.absentTerms().stream()
                .filter(term -> !known.contains(term))
                .forEach(term -> missing.add(new Missing(
                        TERM,
                        "absentTerms/" + term,
                        new LocalText("该方法没有此项", "the method has no such term"),
                        term,
                        String.join(", ", known),
                        new LocalText("使用所列项目", "use one of the terms listed"))));
    }

    /** Whether the term, or another way to report it, was reported. */
    private boolean isReported(MethodTerm term, Set<String> reported) {
        return reported.contains(term.id())
                || method.terms().stream()
                        .anyMatch(other -> term.id().equals(other.alternativeTo()) && reported.contains(other.id()));
    }

    private void term(String id, LocalText what, LocalText hint) {
        missing.add(new Missing(TERM, "terms/" + id, what, "", "", hint));
    }

    /** Scope 3 enters as far as it is reported: by any period of the year, and with months left out. */
    private boolean isValueChain(SourceReadings source) {
        return method.findTerm(source.activity().term())
                .map(MethodTerm::isValueChain)
                .orElse(false);
    }

    private void checkPeriod(SourceReadings source, ActivityPeriod period, boolean isValueChain) {
        int longest = isValueChain ? MONTHS : method.longestPeriodMonths();
        boolean isInYear =
                period.first().getYear() == request.year() && period.last().getYear() == request.year();
        if (!isInYear || period.months() > longest) {
            missing.add(new Missing(
                    PERIOD,
                    source.path() + "/" + period,
                    isInYear
                            ? new LocalText("一次读数跨越的月份过多", "one reading spans too many months")
                            : new LocalText("不在报告年度内", "outside the year reported"),
                    period.toString(),
                    request.year() + "-01.." + request.year() + "-12, <= " + longest + " months",
                    new LocalText("按允许的周期填报", "report by the periods allowed")));
        }
    }

    private void checkMonths(SourceReadings source, boolean mayLackMonths) {
        int[] counts = new int[MONTHS + 1];
        for (ActivityEntry entry : source.entries()) {
            ActivityPeriod period = entry.period();
            for (YearMonth month = period.first(); !month.isAfter(period.last()); month = month.plusMonths(1)) {
                if (month.getYear() == request.year()) {
                    counts[month.getMonthValue()]++;
                }
            }
        }
        for (int month = 1; month <= MONTHS; month++) {
            if (counts[month] > 1 || counts[month] == 0 && !mayLackMonths) {
                missing.add(month(source.path() + "/" + YearMonth.of(request.year(), month), counts[month]));
            }
        }
    }

    private static Missing month(String path, long count) {
        return count == 0
                ? new Missing(
                        MONTH,
                        path,
                        new LocalText("缺少该月读数", "no reading for this month"),
                        "",
                        "",
                        new LocalText("补报该月读数；确未发生则填 0", "report the month; if nothing happened, report 0"))
                : new Missing(
                        OVERLAP,
                        path,
                        new LocalText("该月有多个读数", "more than one reading for this month"),
                        Long.toString(count),
                        "1",
                        new LocalText("每个来源每月只保留一个读数", "keep one reading per source and month"));
    }
}
