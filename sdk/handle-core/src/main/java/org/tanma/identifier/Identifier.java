// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.List;

/**
 * A well-formed identifier of some kind. Immutable; equal when the canonical keys are equal.
 *
 * <p>{@link Identifiers#parse(String)} makes every one of them from text, and gives the same identifier for what {@link
 * #canonical()} and {@link #format()} return.
 */
public sealed interface Identifier permits HandleIdentifier, Oid, Ecode, Gs1Identifier, Did, PrivateCode {
    /** The system it belongs to. */
    IdentifierKind kind();

    /** The one key of the thing, a URI: what is stored and compared. */
    String canonical();

    /** The spelling people of that system use. */
    String format();

    /** The same thing named less closely, nearest first: a serial number's batch and product; empty for most kinds. */
    default List<Identifier> broader() {
        return List.of();
    }
}
