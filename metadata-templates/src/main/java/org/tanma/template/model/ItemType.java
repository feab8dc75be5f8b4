// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.Optional;

/** What the text of an item stands for. Every value travels as text; the type says how that text is written. */
public enum ItemType {
    /** One line of characters, no blank at either end. */
    TEXT("text"),
    /** Digits with an optional leading minus, no leading zero. */
    INTEGER("integer"),
    /** Plain decimal notation with a point, no exponent, no grouping; the unit is the item's. */
    DECIMAL("decimal"),
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean"),
    /** {@code yyyy-MM-dd}. */
    DATE("date"),
    /** ISO 8601 in UTC, ending in {@code Z}. */
    INSTANT("instant"),
    /** One code of the item's code list. */
    CODE_LIST("codeList"),
    /** The handle of a record made by the item's referenced template, or by one that extends it. */
    IDENTIFIER_REFERENCE("identifierReference"),
    /** {@code sha256:} and 64 lower-case hexadecimal digits. */
    DIGEST("digest"),
    /** A file kept elsewhere: {@code sha256:<hex>;<media type>;<octets>;<name>}. */
    FILE("file"),
    /** Values of one element, in order: a canonical JSON array of texts, arrays or objects. */
    LIST("list"),
    /** Items of their own under names: a canonical JSON object. */
    GROUP("group");

    private final String code;

    ItemType(String code) {
        this.code = code;
    }

    /** The name template files use. */
    public String code() {
        return code;
    }

    public static Optional<ItemType> fromCode(String code) {
        for (ItemType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }

    /** True when its text is JSON that holds values of other items. */
    public boolean isStructure() {
        return this == LIST || this == GROUP;
    }
}
