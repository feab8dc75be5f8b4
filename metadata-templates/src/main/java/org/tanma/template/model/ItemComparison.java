// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tanma.template.model.FacetChange.Direction;
import org.tanma.template.model.FacetChange.Facet;

/** Compares two definitions of one item, respect by respect and part by part. For one thread. */
public final class ItemComparison {
    private static final int LONGEST_SHOWN = 120;

    private final List<FacetChange> changes = new ArrayList<>();

    private ItemComparison() {}

    /** What {@code after} has otherwise than {@code before}; empty when nothing. The codes of the two are not compared. */
    public static List<FacetChange> compare(TemplateItem before, TemplateItem after) {
        ItemComparison comparison = new ItemComparison();
        comparison.items(after.code(), before, after);
        return List.copyOf(comparison.changes);
    }

    private void items(String path, TemplateItem before, TemplateItem after) {
        note(path, Facet.NAME, Direction.REWORDED, words(before.name()), words(after.name()));
        note(path, Facet.DEFINITION, Direction.REWORDED, words(before.definition()), words(after.definition()));
        note(path, Facet.INDEX, Direction.CHANGED, before.index(), after.index());
        note(
                path,
                Facet.TYPE,
                Direction.CHANGED,
                before.type().code(),
                after.type().code());
        note(path, Facet.UNIT, Direction.CHANGED, before.unit(), after.unit());
        note(path, Facet.HANDLE_TYPE, Direction.CHANGED, handleType(before), handleType(after));
        note(path, Facet.TEMPLATE, Direction.CHANGED, before.referencedTemplate(), after.referencedTemplate());
        said(path, Facet.UCUM, before.ucum(), after.ucum());
        said(path, Facet.SEMANTIC, before.semantic(), after.semantic());
        said(path, Facet.IDENTIFIER_KIND, before.identifierKind(), after.identifierKind());
        note(path, Facet.REQUIRED, narrowedIf(after.required()), before.required(), after.required());
        note(path, Facet.STATE, narrowedIf(!after.isEnabled()), before.state(), after.state());
        note(
                path,
                Facet.INDEXED,
                after.isIndexed() ? Direction.EXTENDED : Direction.CHANGED,
                before.isIndexed(),
                after.isIndexed());
        boolean isHidden = after.visibility().compareTo(before.visibility()) > 0;
        note(path, Facet.VISIBILITY, narrowedIf(isHidden), before.visibility(), after.visibility());
        if (before.type() == after.type()) {
            limits(path, before, after);
        }
    }

    private void limits(String path, TemplateItem before, TemplateItem after) {
        ItemLimits was = before.limits();
        ItemLimits is = after.limits();
        note(path, Facet.MIN_LENGTH, narrowedIf(is.minLength() > was.minLength()), was.minLength(), is.minLength());
        note(path, Facet.MAX_LENGTH, narrowedIf(is.maxLength() < was.maxLength()), was.maxLength(), is.maxLength());
        Direction pattern = was.findPattern().isEmpty() ? Direction.NARROWED : Direction.CHANGED;
        pattern = is.findPattern().isEmpty() ? Direction.LOOSENED : pattern;
        note(
                path,
                Facet.PATTERN,
                pattern,
                was.findPattern().orElse(""),
                is.findPattern().orElse(""));
        bound(path, Facet.MIN, was.findMin(), is.findMin(), 1);
        bound(path, Facet.MAX, was.findMax(), is.findMax(), -1);
        codes(path, before.codes(), after.codes());
        ItemParts had = before.parts();
        ItemParts has = after.parts();
        note(path, Facet.MIN_ITEMS, narrowedIf(has.minItems() > had.minItems()), had.minItems(), has.minItems());
        note(path, Facet.MAX_ITEMS, narrowedIf(has.maxItems() < had.maxItems()), had.maxItems(), has.maxItems());
        String separator = after.type() == ItemType.LIST ? "[]" : ".";
        for (TemplateItem part : had.items()) {
            String partPath = path + separator + (after.type() == ItemType.LIST ? "" : part.code());
            has.find(part.code())
                    .ifPresentOrElse(
                            kept -> items(partPath, part, kept),
                            () -> changes.add(
                                    new FacetChange(partPath, Facet.PART, Direction.CHANGED, part.code(), "")));
        }
        for (TemplateItem part : has.items()) {
            if (had.find(part.code()).isEmpty()) {
                Direction direction = part.required() ? Direction.NARROWED : Direction.EXTENDED;
                changes.add(new FacetChange(path + separator + part.code(), Facet.PART, direction, "", part.code()));
            }
        }
    }

    private void codes(String path, CodeList before, CodeList after) {
        if (before.codes().equals(after.codes())) {
            return;
        }
        String gone = missing(before, after);
        String come = missing(after, before);
        if (gone.isEmpty() && come.isEmpty()) {
            changes.add(new FacetChange(
                    path,
                    Facet.CODES,
                    Direction.REWORDED,
                    before.title().en(),
                    after.title().en()));
            return;
        }
        Direction direction = gone.isEmpty() ? Direction.LOOSENED : Direction.NARROWED;
        changes.add(new FacetChange(
                path, Facet.CODES, gone.isEmpty() || come.isEmpty() ? direction : Direction.CHANGED, gone, come));
    }

    private static String missing(CodeList from, CodeList in) {
        String codes = from.codes().stream()
                .map(CodeList.Code::code)
                .filter(code -> !in.contains(code))
                .collect(Collectors.joining(", "));
        return codes.length() <= LONGEST_SHOWN ? codes : codes.substring(0, LONGEST_SHOWN - 1) + "…";
    }

    private void bound(String path, Facet facet, Optional<BigDecimal> was, Optional<BigDecimal> is, int narrowing) {
        if (was.isPresent() && is.isPresent() && was.get().compareTo(is.get()) == 0) {
            return;
        }
        boolean narrowed =
                is.isPresent() && (was.isEmpty() || Integer.signum(is.get().compareTo(was.get())) == narrowing);
        note(
                path,
                facet,
                narrowedIf(narrowed),
                was.map(BigDecimal::toPlainString).orElse(""),
                is.map(BigDecimal::toPlainString).orElse(""));
    }

    private void said(String path, Facet facet, String before, String after) {
        note(path, facet, before.isEmpty() ? Direction.EXTENDED : Direction.CHANGED, before, after);
    }

    private void note(String path, Facet facet, Direction direction, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(new FacetChange(path, facet, direction, text(before), text(after)));
        }
    }

    private static String text(Object value) {
        return value instanceof Enum<?> e ? e.name().toLowerCase(java.util.Locale.ROOT) : String.valueOf(value);
    }

    private static Direction narrowedIf(boolean narrowed) {
        return narrowed ? Direction.NARROWED : Direction.LOOSENED;
    }

    private static String words(BilingualText text) {
        return text.isEmpty() ? "" : text.zh() + " / " + text.en();
    }

    private static String handleType(TemplateItem item) {
        return item.handleType().equals(item.code()) ? "" : item.handleType();
    }
}
