// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.ArrayList;
import java.util.List;

/**
 * A GS1 key with its qualifiers: a trade item, its batch, its serial number; a party; a logistic unit; and so on.
 *
 * <p>Read from the digits alone, element strings with application identifiers in parentheses, and Digital Link URIs of any
 * host. Attributes such as dates and weights are no part of the identity and are left out. Canonical: the Digital Link URI at
 * {@code https://id.gs1.org}, a GTIN with 14 digits, qualifiers in the order of {@link Gs1Key#qualifiers()}.
 *
 * @param key which key
 * @param value its normal form
 * @param qualifiers application identifier and value, in order
 */
public record Gs1Identifier(Gs1Key key, String value, List<Qualifier> qualifiers) implements Identifier {
    /** Where canonical keys begin. */
    public static final String CANONICAL_STEM = "https://id.gs1.org";

    /** One qualifier: application identifier and value. */
    public record Qualifier(String ai, String value) {}

    public Gs1Identifier {
        qualifiers = List.copyOf(qualifiers);
    }

    @Override
    public IdentifierKind kind() {
        if (key != Gs1Key.GTIN) {
            return key.kind();
        }
        if (has("21") || has("235")) {
            return IdentifierKind.SGTIN;
        }
        return has("10") ? IdentifierKind.LGTIN : IdentifierKind.GTIN;
    }

    private boolean has(String ai) {
        return qualifiers.stream().anyMatch(q -> q.ai().equals(ai));
    }

    @Override
    public String canonical() {
        return digitalLink(CANONICAL_STEM);
    }

    /** The Digital Link URI at another host: scheme, host and perhaps a path, without a slash at its end. */
    public String digitalLink(String stem) {
        StringBuilder link =
                new StringBuilder(stem).append('/').append(key.ai()).append('/').append(PercentText.encode(value));
        for (Qualifier qualifier : qualifiers) {
            link.append('/').append(qualifier.ai()).append('/').append(PercentText.encode(qualifier.value()));
        }
        return link.toString();
    }

    /** The element string; an opening parenthesis within a value has a backslash before it. */
    @Override
    public String format() {
        StringBuilder text = new StringBuilder("(").append(key.ai()).append(')').append(escaped(value));
        for (Qualifier qualifier : qualifiers) {
            text.append('(').append(qualifier.ai()).append(')').append(escaped(qualifier.value()));
        }
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("(", "\\(");
    }

    /** Without the last qualifier, then without the last two, to the bare key. */
    @Override
    public List<Identifier> broader() {
        List<Identifier> broader = new ArrayList<>();
        for (int left = qualifiers.size() - 1; left >= 0; left--) {
            broader.add(Gs1Reader.normal(key, value, qualifiers.subList(0, left)));
        }
        return broader;
    }

    @Override
    public String toString() {
        return canonical();
    }
}
