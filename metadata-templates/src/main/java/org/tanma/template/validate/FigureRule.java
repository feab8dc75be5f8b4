// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.JsonNode;

/** Rules that compare figures. A figure that is missing is not taken for zero: the rule then says nothing. */
enum FigureRule implements RecordRule {
    /**
     * The first item is the sum of the others, or, when a value is named, that value is the sum of all; within the tolerance. A part
     * {@code components[].share} stands for that figure of every element.
     */
    SUM_EQUALS {
        @Override
        public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
            List<BigDecimal> parts = new ArrayList<>();
            boolean isFixed = !use.values().isEmpty();
            for (int i = isFixed ? 0 : 1; i < items.size(); i++) {
                if (!addAll(values, use.items().get(i), parts)) {
                    return List.of();
                }
            }
            TemplateItem subject = items.get(0);
            String path = top(use.items().get(0));
            String total = isFixed ? use.values().get(0) : values.get(subject.code());
            if (total == null) {
                return List.of();
            }
            BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal tolerance = use.tolerance().isEmpty() ? BigDecimal.ZERO : new BigDecimal(use.tolerance());
            if (sum.subtract(new BigDecimal(total)).abs().compareTo(tolerance) <= 0) {
                return List.of();
            }
            BilingualText problem = isFixed
                    ? Phrases.of("problem.sumIs", sum.toPlainString())
                    : Phrases.of("problem.notSum", sum.toPlainString());
            BilingualText allowed = use.tolerance().isEmpty()
                    ? Phrases.of("allowed.sum", isFixed ? total : sum.toPlainString())
                    : Phrases.of("allowed.sumWithin", isFixed ? total : sum.toPlainString(), use.tolerance());
            return List.of(new Violation(
                    path, "sumEquals", subject.name(), isFixed ? "" : total, problem, allowed, BilingualText.EMPTY));
        }

        @Override
        public void requireUsable(RuleUse use, List<TemplateItem> items) {
            boolean isFixed = !use.values().isEmpty();
            RecordRule.require(
                    isFixed || items.size() >= 2, use, "it takes a total and its parts, or parts and a value");
            RecordRule.require(
                    !isFixed || use.values().get(0).matches("-?\\d+(\\.\\d+)?"), use, "its value is a decimal number");
            RecordRule.require(
                    items.stream().allMatch(i -> i.type().isNumber()), use, "all of its items must be numbers");
            RecordRule.require(
                    items.stream().map(TemplateItem::unit).distinct().count() == 1,
                    use,
                    "its items have several units");
        }
    },
    /** The first item is not greater than the second: numbers, dates or instants. */
    LESS_OR_EQUAL {
        @Override
        public List<Violation> check(Map<String, String> values, List<TemplateItem> items, RuleUse use) {
            TemplateItem lesser = items.get(0);
            TemplateItem greater = items.get(1);
            String less = values.get(lesser.code());
            String more = values.get(greater.code());
            if (less == null || more == null || compare(lesser.type(), less, more) <= 0) {
                return List.of();
            }
            return List.of(new Violation(
                    lesser.code(),
                    "lessOrEqual",
                    lesser.name(),
                    less,
                    Phrases.of("problem.greater", greater.name(), more),
                    Phrases.of("allowed.notGreater", greater.name()),
                    BilingualText.EMPTY));
        }

        @Override
        public void requireUsable(RuleUse use, List<TemplateItem> items) {
            RecordRule.require(items.size() == 2, use, "it takes the lesser and the greater item");
            ItemType type = items.get(0).type();
            RecordRule.require(
                    type == ItemType.DATE || type == ItemType.INSTANT
                            ? items.get(1).type() == type
                            : type.isNumber() && items.get(1).type().isNumber(),
                    use,
                    "its items must be two numbers, two dates or two instants");
            RecordRule.require(items.get(0).unit().equals(items.get(1).unit()), use, "its items have different units");
        }
    };

    private static int compare(ItemType type, String one, String other) {
        return switch (type) {
            case DATE -> one.compareTo(other);
            case INSTANT -> java.time.Instant.parse(one).compareTo(java.time.Instant.parse(other));
            default -> new BigDecimal(one).compareTo(new BigDecimal(other));
        };
    }

    static String top(String path) {
        int end = path.indexOf('[');
        return end < 0 ? path : path.substring(0, end);
    }

    /** Adds the figures at a path; false when there is none, or one of them is missing. */
    static boolean addAll(Map<String, String> values, String path, List<BigDecimal> figures) {
        String top = top(path);
        String text = values.get(top);
        if (text == null) {
            return false;
        }
        if (top.equals(path)) {
            figures.add(new BigDecimal(text));
            return true;
        }
        for (JsonNode element : ItemText.read(text)) {
            Optional<JsonNode> figure =
                    element.isObject() ? element.optional(path.substring(path.indexOf('.') + 1)) : Optional.of(element);
            if (figure.isEmpty()) {
                return false;
            }
            figures.add(new BigDecimal(figure.get().asString()));
        }
        return true;
    }
}
