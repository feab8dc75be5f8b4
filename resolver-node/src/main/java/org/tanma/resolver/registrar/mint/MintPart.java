// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

/**
 * One part of what a rule makes.
 *
 * @param text of a literal, or the name of an item
 * @param length of a number in digits, of random characters; 0 where it means nothing
 */
record MintPart(Kind kind, String text, int length) {
    /** What a part is filled with. */
    enum Kind {
        LITERAL,
        /** The next number of the rule's counter, with leading zeros up to the length. */
        SEQUENCE,
        /** The year in UTC. */
        YEAR,
        /** Crockford's Base32. */
        RANDOM,
        /** RFC 9562, version 7. */
        UUID,
        /** Check characters over all that stands before it; the text names the system. */
        CHECK,
        /** What the row says at an item. */
        ITEM
    }
}
