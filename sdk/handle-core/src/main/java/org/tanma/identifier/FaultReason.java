// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.Locale;

/** Why a text is refused. The sentences are in the catalogue under {@link #key()}; the arguments are listed here. */
public enum FaultReason {
    /** Well-formed, of another kind. Arguments: the kind it is, the kind asked for. */
    OTHER_KIND,
    /** Nothing stands where something must. */
    EMPTY,
    /** Arguments: most characters, characters given. */
    TOO_LONG,
    /** Arguments: the character as U+XXXX. */
    CONTROL_CHARACTER,
    /** Arguments: the character given, the digit probably meant, the whole mended. */
    LETTER_FOR_DIGIT,
    /** Arguments: the character given. */
    NOT_A_DIGIT,
    /** A character outside the 82 of GS1. Arguments: the character. */
    NOT_IN_SET_82,
    /** A character outside the 39 of GS1. Arguments: the character. */
    NOT_IN_SET_39,
    /** Arguments: the character. */
    NOT_ALPHANUMERIC,
    /** Arguments: the character. */
    NOT_HEXADECIMAL,
    /** Arguments: characters or digits given, how many are allowed. */
    LENGTH,
    /** Arguments: check digit given, check digit that is right, the whole with it. */
    CHECK_DIGIT,
    /** Arguments: check characters given, those that are right, the whole with them. */
    CHECK_CHARACTERS,
    /** Arguments: the digit given, the digit that must stand there. */
    FIXED_DIGIT,
    /** No application identifier of a primary key. */
    NO_PRIMARY_KEY,
    /** Arguments: the application identifier. */
    REPEATED_APPLICATION_IDENTIFIER,
    /** Arguments: the qualifier, the primary key, the qualifiers it has. */
    QUALIFIER_NOT_ALLOWED,
    /** Arguments: the qualifier that comes too late, the order. */
    QUALIFIER_ORDER,
    /** Arguments: piece, pieces in all. */
    PIECE_COUNT,
    /** An application identifier without its closing parenthesis, or without the opening one. */
    PARENTHESIS,
    /** A percent sign without two hexadecimal digits, or octets that are no UTF-8. */
    PERCENT_ENCODING,
    /** No method between did: and the next colon. */
    DID_METHOD,
    /** Arguments: the character. */
    DID_CHARACTER,
    /** A DID URL where a DID is meant. Arguments: the DID in it. */
    DID_URL,
    /** Arguments: the label or host. */
    DID_WEB_HOST,
    /** Arguments: the address. */
    DID_WEB_ADDRESS,
    /** Arguments: the port given. */
    DID_WEB_PORT,
    /** A slash where a colon is meant. Arguments: the DID mended. */
    DID_WEB_SLASH,
    /** Arguments: the chain code given. */
    DID_BID_CHAIN,
    /** Arguments: characters of the suffix. */
    DID_BID_LENGTH,
    /** Arguments: the letter given. */
    DID_BID_KEY_TYPE,
    /** Arguments: the letter given. */
    DID_BID_ENCODING,
    /** Arguments: the character given. */
    BASE58_CHARACTER,
    /** Arguments: octets the address decodes to. */
    DID_BID_OCTETS,
    /** Arguments: the part given. */
    DID_CN_PART,
    /** Arguments: the version given. */
    ECODE_VERSION,
    /** Arguments: characters after the version, how many may stand there, the version. */
    ECODE_LENGTH,
    /** No slash between prefix and suffix. Arguments: the text given. */
    HANDLE_SLASH,
    HANDLE_PREFIX,
    /** Arguments: the prefix given. */
    PRIVATE_PREFIX,
    /** This and those below: the {@link OidFault} of that name. Arguments: the part given. */
    OID_EMPTY,
    OID_TOO_LONG,
    OID_TOO_MANY_ARCS,
    OID_ARC_TOO_LONG,
    OID_EMPTY_ARC,
    OID_NOT_A_DIGIT,
    OID_LEADING_ZERO,
    OID_ROOT_ABOVE_TWO,
    OID_SECOND_ABOVE_39,
    OID_UNKNOWN_LABEL,
    OID_PADDED_OCTETS,
    OID_CUT_SHORT;

    static FaultReason of(OidFault fault) {
        return valueOf("OID_" + fault.name());
    }

    /** Where the catalogue has the sentences: the name in lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
