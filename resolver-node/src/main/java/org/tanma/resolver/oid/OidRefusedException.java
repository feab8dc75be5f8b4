// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

/** A request to allot that is refused: why, and what was given. */
public final class OidRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final OidRefusal refusal;
    private final String given;

    OidRefusedException(OidRefusal refusal, String given) {
        super(refusal + ": " + given);
        this.refusal = refusal;
        this.given = given;
    }

    public OidRefusal refusal() {
        return refusal;
    }

    public String given() {
        return given;
    }
}
