// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.checklist;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.grading.NotGradable.Refusal;
import org.tanma.carbon.grading.SchemeCatalog;
import org.tanma.carbon.grading.checklist.ChecklistOutcome.ItemResult;
import org.tanma.carbon.grading.checklist.ChecklistOutcome.Verdict;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * Checks figures against a list of indicators.
 *
 * <p>Shape: each indicator is {@code Σ figures ÷ figure}, compared with its bound without forming a quotient. All are met, or
 * one is not, or it is not known: what is missing never counts as 0. Contract: a pure function, thread-safe. Errors: never
 * throws on a request. Source: the scheme edition.
 */
public final class ChecklistEngine {
    private final SchemeCatalog schemes;

    public ChecklistEngine(SchemeCatalog schemes) {
        this.schemes = schemes;
    }

    /** The check, or why the request does not fit the scheme. */
    public ChecklistOutcome check(ChecklistRequest request) {
        Optional<ChecklistScheme> found = schemes.find(request.scheme(), ChecklistScheme.class);
        if (found.isEmpty()) {
            String known = schemes.all().stream()
                    .filter(ChecklistScheme.class::isInstance)
                    .map(each -> each.ref().toString())
                    .collect(Collectors.joining(", "));
            return new ChecklistOutcome.Refused(List.of(new Refusal(
                    NotGradable.Reason.SCHEME,
                    new LocalText("未知的指标核对方案", "unknown list of indicators"),
                    request.scheme().toString(),
                    known)));
        }
        ChecklistScheme scheme = found.get();
        List<Refusal> refusals = refusals(scheme, request.figures());
        if (!refusals.isEmpty()) {
            return new ChecklistOutcome.Refused(refusals);
        }
        List<ItemResult> items = scheme.items().stream()
                .map(item -> check(item, request.figures()))
                .toList();
        return new ChecklistOutcome.Checked(
                scheme.ref(), scheme.title(), request.subject(), request.year(), verdict(items), items);
    }

    private static List<Refusal> refusals(ChecklistScheme scheme, Map<String, Quantity> figures) {
        List<Refusal> refusals = new ArrayList<>();
        figures.forEach((id, value) -> {
            Optional<ChecklistScheme.Figure> figure = scheme.find(id);
            if (figure.isEmpty()) {
                refusals.add(new Refusal(
                        NotGradable.Reason.FIGURE,
                        new LocalText("方案没有该项数据", "the scheme asks for no such figure"),
                        id,
                        scheme.figures().stream()
                                .map(ChecklistScheme.Figure::id)
                                .collect(Collectors.joining(", "))));
            } else if (!value.dimension().equals(figure.get().unit().dimension()) || value.signum() < 0) {
                refusals.add(new Refusal(
                        NotGradable.Reason.FIGURE,
                        new LocalText(
                                "计量单位不符或为负：" + figure.get().title().zh(),
                                "measured otherwise, or negative: "
                                        + figure.get().title().en()),
                        value.toString(),
                        ">= 0 " + figure.get().unit().symbol()));
            }
        });
        return refusals;
    }

    private static ItemResult check(ChecklistScheme.Item item, Map<String, Quantity> figures) {
        List<String> missing = new ArrayList<>();
        item.parts().stream().filter(part -> !figures.containsKey(part)).forEach(missing::add);
        @Nullable String per = item.per();
        @Nullable Quantity divisor = per == null ? null : figures.get(per);
        if (per != null && (divisor == null || divisor.signum() == 0)) {
            missing.add(per);
        }
        if (!missing.isEmpty()) {
            return new ItemResult(item, Verdict.UNKNOWN, null, missing);
        }
        Quantity sum = item.parts().stream()
                .map(figures::get)
                .reduce(Quantity::plus)
                .orElseThrow(() -> new IllegalStateException("an indicator has a part"));
        BigDecimal below = divisor == null ? BigDecimal.ONE : divisor.coherentAmount();
        Quantity value = (divisor == null ? sum : sum.dividedBy(divisor)).in(item.unit());
        return new ItemResult(
                item, item.isMet(sum.coherentAmount(), below) ? Verdict.MET : Verdict.NOT_MET, value, List.of());
    }

    private static Verdict verdict(List<ItemResult> items) {
        if (items.stream().anyMatch(item -> item.verdict() == Verdict.NOT_MET)) {
            return Verdict.NOT_MET;
        }
        return items.stream().allMatch(item -> item.verdict() == Verdict.MET) ? Verdict.MET : Verdict.UNKNOWN;
    }
}
