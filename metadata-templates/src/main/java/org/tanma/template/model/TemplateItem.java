// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.regex.Pattern;

/**
 * One item of a template: what a record says about its object, and how it is written.
 *
 * @param code lower camel case, unique in the template; also the type of its handle value
 * @param name for people
 * @param meaning definition, semantic reference, kind of identifier
 * @param index of its handle value, {@value #FIRST_INDEX} or more, unique in the template and never reused;
 *     {@value #NO_INDEX} for a part of a list or group
 * @param unit of a number, as written beside it ({@code kW}); empty when it has none
 * @param ucum the same unit as a UCUM code; empty when it has none
 * @param codes of a {@link ItemType#CODE_LIST}; {@link CodeList#NONE} otherwise
 * @param referencedTemplate name of the template an {@link ItemType#IDENTIFIER_REFERENCE} points at; empty otherwise
 * @param isIndexed true when records can be searched by it
 * @param since version of the template that brought it
 * @param handleType type of its handle value where a registered one fits ({@code URL}), else the code
 * @param parts of a list or group; {@link ItemParts#NONE} otherwise
 */
public record TemplateItem(
        String code,
        BilingualText name,
        ItemMeaning meaning,
        int index,
        ItemType type,
        boolean required,
        ItemLimits limits,
        String unit,
        String ucum,
        CodeList codes,
        String referencedTemplate,
        Visibility visibility,
        boolean isIndexed,
        ItemState state,
        TemplateVersion since,
        String handleType,
        ItemParts parts) {
    /** Lowest handle value index an item may have; lower ones belong to the Handle System and to the template itself. */
    public static final int FIRST_INDEX = 2000;
    /** Index of a part: it has no handle value of its own. */
    public static final int NO_INDEX = 0;

    private static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9]{0,49}");

    public TemplateItem {
        require(CODE.matcher(code).matches(), code, "its code is not lower camel case of at most 50 characters");
        require(!name.zh().isBlank() && !name.en().isBlank(), code, "it needs a name in both languages");
        require(index >= FIRST_INDEX || index == NO_INDEX, code, "its index " + index + " is below " + FIRST_INDEX);
        require(
                (type == ItemType.CODE_LIST) != codes.codes().isEmpty(),
                code,
                "codes belong to a codeList, and only to it");
        require(
                (type == ItemType.IDENTIFIER_REFERENCE) != referencedTemplate.isEmpty(),
                code,
                "a referenced template belongs to an identifierReference, and only to it");
        require(unit.isEmpty() || type.isNumber(), code, "only a number has a unit");
        require(ucum.isEmpty() || type.isNumber(), code, "only a number has a UCUM code");
        require(
                type.isNumber()
                        || limits.findMin().isEmpty() && limits.findMax().isEmpty(),
                code,
                "only a number has a least and a greatest value");
        require(type == ItemType.TEXT || limits.findPattern().isEmpty(), code, "only a text has a pattern");
        require(
                type.isStructure() != parts.items().isEmpty(),
                code,
                "a list needs an element and a group items, and nothing else has them");
        require(
                type != ItemType.LIST || parts.items().size() == 1 && parts.maxItems() > 0,
                code,
                "a list has one element, and room for at least one");
        require(
                parts.items().stream().allMatch(p -> p.index() == NO_INDEX),
                code,
                "its parts have no index of their own");
        require(
                parts.depth() <= ItemParts.MAX_DEPTH,
                code,
                "it has more than " + ItemParts.MAX_DEPTH + " levels of parts");
        require(
                meaning.identifierKind().isEmpty() || type == ItemType.TEXT,
                code,
                "only a text is an identifier of another kind");
        require(!isIndexed || type != ItemType.GROUP, code, "a group cannot be indexed; index what is not a group");
        require(!required || state == ItemState.ENABLED, code, "a disabled item cannot be required");
    }

    private static void require(boolean holds, String code, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("item '" + code + "': " + otherwise);
        }
    }

    /** True when people call it {@code words}: its code or one of its names, ASCII case aside. */
    public boolean isCalled(String words) {
        return code.equalsIgnoreCase(words)
                || name.zh().equals(words)
                || name.en().equalsIgnoreCase(words);
    }

    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    public boolean isEnabled() {
        return state == ItemState.ENABLED;
    }

    public BilingualText definition() {
        return meaning.definition();
    }

    /** IRI of the property it stands for in another vocabulary; empty when none is known. */
    public String semantic() {
        return meaning.semantic();
    }

    /** Kind of identifier its text is; empty when it is none. */
    public String identifierKind() {
        return meaning.identifierKind();
    }
}
