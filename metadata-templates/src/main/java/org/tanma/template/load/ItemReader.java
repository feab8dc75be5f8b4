// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tanma.template.code.UnitCodes;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.ItemLimits;
import org.tanma.template.model.ItemMeaning;
import org.tanma.template.model.ItemParts;
import org.tanma.template.model.ItemState;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateVersion;
import org.tanma.template.model.Visibility;

/** Turns an item as its file spells it into a {@link TemplateItem}, with what it inherits where the file is silent. */
final class ItemReader {
    private static final int DEFAULT_MAX_LENGTH = 255;
    private static final int DEFAULT_MAX_ITEMS = 100;
    private static final int MAX_PATTERN = 500;

    private final SharedLists lists;

    ItemReader(SharedLists lists) {
        this.lists = lists;
    }

    /**
     * The items of a template: inherited ones in their order, some of them narrowed, then those of its own.
     *
     * @param since version that brings what does not say; null when every own item must say
     */
    List<TemplateItem> items(
            List<TemplateFile.Item> files, List<TemplateItem> inherited, @Nullable TemplateVersion since) {
        List<TemplateItem> items = new ArrayList<>(inherited);
        for (TemplateFile.Item file : files) {
            String code = Given.field("code", file.code());
            Optional<TemplateItem> parent =
                    inherited.stream().filter(i -> i.code().equals(code)).findFirst();
            TemplateItem item = item(file, code, parent, since, Optional.empty());
            if (parent.isPresent()) {
                items.set(items.indexOf(parent.get()), item);
            } else {
                items.add(item);
            }
        }
        return items;
    }

    private TemplateItem item(
            TemplateFile.Item i,
            String code,
            Optional<TemplateItem> from,
            @Nullable TemplateVersion since,
            Optional<Outer> outer) {
        ItemType type = type(i, code, from);
        BilingualText name = Given.words(
                i.nameZh(),
                i.nameEn(),
                from.map(TemplateItem::name).or(() -> outer.map(Outer::name)).orElse(BilingualText.EMPTY));
        Given.field("nameZh", name.zh().isEmpty() ? null : name.zh());
        Given.field("nameEn", name.en().isEmpty() ? null : name.en());
        if (outer.isPresent() && i.index() != null) {
            throw new IllegalArgumentException("item '" + code + "': a part has no index of its own");
        }
        int index =
                outer.isPresent() ? TemplateItem.NO_INDEX : Given.must("index", i.index(), from, TemplateItem::index);
        Visibility visibility = constant(
                Visibility.class,
                "visibility",
                i.visibility(),
                from.map(TemplateItem::visibility).or(() -> outer.map(Outer::visibility)));
        Optional<TemplateVersion> earlier = from.map(TemplateItem::since).or(() -> outer.map(Outer::since));
        TemplateVersion began =
                Given.field("since", i.since() == null ? earlier.orElse(since) : TemplateVersion.parse(i.since()));
        Optional<Boolean> isRequired = from.map(TemplateItem::required).or(() -> outer.map(Outer::isList));
        String ucum = Given.or(i.ucum(), from, TemplateItem::ucum, "");
        if (!ucum.isEmpty()) {
            UnitCodes.ucum().findFault(ucum).ifPresent(fault -> {
                throw new IllegalArgumentException("item '" + code + "': '" + ucum + "' is no UCUM code: " + fault);
            });
        }
        return new TemplateItem(
                code,
                name,
                new ItemMeaning(
                        Given.words(
                                i.definitionZh(),
                                i.definitionEn(),
                                from.map(TemplateItem::definition).orElse(BilingualText.EMPTY)),
                        Given.or(i.semantic(), from, TemplateItem::semantic, ""),
                        Given.or(i.identifierKind(), from, TemplateItem::identifierKind, "")),
                index,
                type,
                i.required() == null ? isRequired.orElseGet(() -> Given.field("required", null)) : i.required(),
                limits(i, type, from),
                Given.or(i.unit(), from, TemplateItem::unit, ""),
                ucum,
                codes(i, from, name),
                Given.or(i.template(), from, TemplateItem::referencedTemplate, ""),
                visibility,
                Given.or(i.indexed(), from, TemplateItem::isIndexed, false),
                i.state() == null
                        ? from.map(TemplateItem::state).orElse(ItemState.ENABLED)
                        : constant(ItemState.class, "state", i.state(), Optional.empty()),
                began,
                Given.or(i.handleType(), from, TemplateItem::handleType, code),
                parts(i, code, type, from, new Outer(name, visibility, began, type)));
    }

    private static ItemType type(TemplateFile.Item i, String code, Optional<TemplateItem> from) {
        if (i.type() == null) {
            return from.map(TemplateItem::type).orElseGet(() -> Given.field("type", null));
        }
        return ItemType.fromCode(i.type())
                .orElseThrow(() -> new IllegalArgumentException("item '" + code + "' has unknown type " + i.type()));
    }

    private static ItemLimits limits(TemplateFile.Item i, ItemType type, Optional<TemplateItem> from) {
        Optional<ItemLimits> was = from.map(TemplateItem::limits);
        int longest = type == ItemType.FILE || type.isStructure() ? ItemLimits.MAX_LENGTH : DEFAULT_MAX_LENGTH;
        String pattern = i.pattern() == null ? was.map(ItemLimits::pattern).orElse(null) : i.pattern();
        requireCompilable(pattern);
        return new ItemLimits(
                i.minLength() == null ? was.map(ItemLimits::minLength).orElse(1) : i.minLength(),
                i.maxLength() == null ? was.map(ItemLimits::maxLength).orElse(longest) : i.maxLength(),
                pattern,
                Given.words(
                        i.patternZh(),
                        i.patternEn(),
                        was.map(ItemLimits::patternMeaning).orElse(BilingualText.EMPTY)),
                i.min() == null ? was.map(ItemLimits::min).orElse(null) : i.min(),
                i.max() == null ? was.map(ItemLimits::max).orElse(null) : i.max());
    }

    private static void requireCompilable(@Nullable String pattern) {
        if (pattern == null) {
            return;
        }
        if (pattern.length() > MAX_PATTERN) {
            throw new IllegalArgumentException("a pattern has at most " + MAX_PATTERN + " characters");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("pattern " + pattern + ": " + e.getDescription(), e);
        }
    }

    private CodeList codes(TemplateFile.Item i, Optional<TemplateItem> from, BilingualText name) {
        Optional<CodeList> inherited =
                i.codeList() == null ? from.map(TemplateItem::codes) : Optional.of(lists.get(i.codeList()));
        if (i.codes() == null) {
            return inherited.orElse(CodeList.NONE);
        }
        BilingualText title = Given.words(
                i.codesZh(),
                i.codesEn(),
                inherited.map(CodeList::title).filter(t -> !t.isEmpty()).orElse(name));
        return own(i.codes(), inherited, title);
    }

    /** A list in the file itself; a code needs no names where the list it is taken from names it. */
    private static CodeList own(List<TemplateFile.Code> codes, Optional<CodeList> from, BilingualText title) {
        return new CodeList(
                title,
                codes.stream()
                        .map(c -> from.flatMap(list -> list.find(Given.field("code", c.code())))
                                .filter(known -> c.zh() == null && c.en() == null)
                                .orElseGet(() -> SharedLists.code(c.code(), c.zh(), c.en())))
                        .toList());
    }

    private ItemParts parts(TemplateFile.Item i, String code, ItemType type, Optional<TemplateItem> from, Outer outer) {
        Optional<ItemParts> was = from.map(TemplateItem::parts);
        if (type == ItemType.LIST) {
            Optional<TemplateItem> element = was.flatMap(p -> p.find(ItemParts.ELEMENT));
            TemplateItem narrowed = i.element() == null
                    ? element.orElseThrow(
                            () -> new IllegalArgumentException("item '" + code + "': field 'element' is missing"))
                    : item(i.element(), ItemParts.ELEMENT, element, null, Optional.of(outer));
            return new ItemParts(
                    i.minItems() == null ? was.map(ItemParts::minItems).orElse(1) : i.minItems(),
                    i.maxItems() == null ? was.map(ItemParts::maxItems).orElse(DEFAULT_MAX_ITEMS) : i.maxItems(),
                    List.of(narrowed));
        }
        if (type == ItemType.GROUP) {
            List<TemplateItem> parts = new ArrayList<>(was.map(ItemParts::items).orElse(List.of()));
            for (TemplateFile.Item part : i.items() == null ? List.<TemplateFile.Item>of() : i.items()) {
                String partCode = Given.field("code", part.code());
                Optional<TemplateItem> known = was.flatMap(p -> p.find(partCode));
                TemplateItem narrowed = item(part, partCode, known, null, Optional.of(outer));
                known.ifPresentOrElse(k -> parts.set(parts.indexOf(k), narrowed), () -> parts.add(narrowed));
            }
            return new ItemParts(0, 0, parts);
        }
        if (i.element() != null || i.items() != null || i.minItems() != null || i.maxItems() != null) {
            throw new IllegalArgumentException(
                    "item '" + code + "': element, items, minItems and maxItems belong to lists and groups");
        }
        return ItemParts.NONE;
    }

    static <E extends Enum<E>> E constant(Class<E> kind, String field, @Nullable String given, Optional<E> inherited) {
        if (given == null) {
            return inherited.orElseGet(() -> Given.field(field, null));
        }
        for (E constant : Given.field(field, kind.getEnumConstants())) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(given)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "field '" + field + "' is '" + given + "', not one of " + List.of(kind.getEnumConstants()));
    }

    /** What a part takes from the item it belongs to. */
    private record Outer(BilingualText name, Visibility visibility, TemplateVersion since, ItemType type) {
        boolean isList() {
            return type == ItemType.LIST;
        }
    }
}
