// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

/** Why a text, or a row of octets, is no object identifier. */
public enum OidFault {
    /** Nothing was given. */
    EMPTY,
    /** Longer than {@link Oid#MOST_TEXT} characters, or {@link Oid#MOST_OCTETS} octets. */
    TOO_LONG,
    /** More than {@link Oid#MOST_ARCS} arcs. */
    TOO_MANY_ARCS,
    /** An arc has more than {@link Oid#MOST_ARC_DIGITS} digits. */
    ARC_TOO_LONG,
    /** Nothing between two separators, before the first or after the last. */
    EMPTY_ARC,
    /** A character that is no decimal digit. */
    NOT_A_DIGIT,
    /** An arc of several digits begins with 0. */
    LEADING_ZERO,
    /** The first arc is not 0, 1 or 2. */
    ROOT_ABOVE_TWO,
    /** The second arc is above 39, below a first of 0 or 1. */
    SECOND_ABOVE_39,
    /** A Unicode label of an OID-IRI that is not registered there, as far as this node knows. */
    UNKNOWN_LABEL,
    /** An arc in octets begins with 80, which says nothing. */
    PADDED_OCTETS,
    /** The last arc in octets is cut short. */
    CUT_SHORT
}
