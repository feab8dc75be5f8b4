// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

/** The number or the label is taken, or the counter is at its end; nothing was written. */
final class OidConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final OidRefusal refusal;

    OidConflictException(OidRefusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    OidRefusal refusal() {
        return refusal;
    }
}
