// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.access;

import java.util.Locale;

/** Whom a route may be open to. */
public enum Party {
    PUBLIC,
    /** Whoever is signed in, whatever the role. */
    ANYONE,
    CLERK,
    ADMIN,
    VERIFIER,
    REGULATOR,
    OPERATOR;

    static Party of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The party an authority of the security filters makes somebody; null for what is no role. */
    static Party ofAuthority(String authority) {
        return switch (authority) {
            case "ROLE_OPERATOR" -> OPERATOR;
            case "ROLE_REGULATOR" -> REGULATOR;
            case "ROLE_VERIFIER" -> VERIFIER;
            case "ROLE_ENTERPRISE_ADMIN" -> ADMIN;
            case "ROLE_ENTERPRISE_CLERK" -> CLERK;
            default -> ANYONE;
        };
    }
}
