// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.regex.Pattern;

/**
 * One item of a template: what a record says about its object, and how it is written.
 *
 * @param code lower camel case, unique in the template; also the type of its handle value
 * @param name for people
 * @param index of its handle value, {@value #FIRST_INDEX} or more, unique in the template and never reused
 * @param unit of a number, as written beside it ({@code kW}); empty when it has none
 * @param codes of a {@link ItemType#CODE_LIST}; {@link CodeList#NONE} otherwise
 * @param referencedTemplate name of the template an {@link ItemType#IDENTIFIER_REFERENCE} points at; empty otherwise
 * @param since version of the template that brought it
 * @param handleType type of its handle value where a registered one fits ({@code URL}), else the code
 */
public record TemplateItem(
        String code,
        BilingualText name,
        int index,
        ItemType type,
        boolean required,
        ItemLimits limits,
        String unit,
        CodeList codes,
        String referencedTemplate,
        Visibility visibility,
        TemplateVersion since,
        String handleType) {
    /** Lowest handle value index an item may have; lower ones belong to the Handle System and to the template itself. */
    public static final int FIRST_INDEX = 2000;

    private static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9]{0,49}");

    public TemplateItem {
        require(CODE.matcher(code).matches(), code, "its code is not lower camel case of at most 50 characters");
        require(!name.zh().isBlank() && !name.en().isBlank(), code, "it needs a name in both languages");
        require(index >= FIRST_INDEX, code, "its index " + index + " is below " + FIRST_INDEX);
        require(
                (type == ItemType.CODE_LIST) != codes.codes().isEmpty(),
                code,
                "codes belong to a codeList, and only to it");
        require(
                (type == ItemType.IDENTIFIER_REFERENCE) != referencedTemplate.isEmpty(),
                code,
                "a referenced template belongs to an identifierReference, and only to it");
        require(unit.isEmpty() || type.isNumber(), code, "only a number has a unit");
        require(
                type.isNumber()
                        || limits.findMin().isEmpty() && limits.findMax().isEmpty(),
                code,
                "only a number has a least and a greatest value");
        require(type == ItemType.TEXT || limits.findPattern().isEmpty(), code, "only a text has a pattern");
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
}
