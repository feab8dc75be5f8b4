// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * What an item means to people and to other vocabularies.
 *
 * @param definition in words; empty when the name says it
 * @param semantic absolute IRI of the property it stands for elsewhere; empty when none is known
 * @param identifierKind kind of identifier its text is ({@code gtin}, {@code oid}, …), by which the record is found too; empty
 *     when it is none
 */
public record ItemMeaning(BilingualText definition, String semantic, String identifierKind) {
    /** Nothing beyond the name. */
    public static final ItemMeaning NONE = new ItemMeaning(BilingualText.EMPTY, "", "");

    private static final Pattern KIND = Pattern.compile("[a-zA-Z][a-zA-Z0-9:._-]{0,39}");

    public ItemMeaning {
        if (!semantic.isEmpty() && !isAbsolute(semantic)) {
            throw new IllegalArgumentException("semantic '" + semantic + "' is not an absolute IRI");
        }
        if (!identifierKind.isEmpty() && !KIND.matcher(identifierKind).matches()) {
            throw new IllegalArgumentException("identifierKind '" + identifierKind + "' is not the name of a kind");
        }
    }

    private static boolean isAbsolute(String iri) {
        try {
            return new URI(iri).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
