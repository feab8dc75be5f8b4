// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import org.tanma.handle.wire.ResponseCode;

/** How proving to hold a key ended. */
public sealed interface Authentication {
    /** The proof holds: this is who asks. */
    record Verified(Caller caller) implements Authentication {}

    /**
     * It does not.
     *
     * @param code {@link ResponseCode#AUTHENTICATION_FAILED} for a wrong proof, {@link ResponseCode#INVALID_CREDENTIAL}
     *     for one that cannot be right, {@link ResponseCode#AUTHENTICATION_ERROR} when the key cannot be had, {@link
     *     ResponseCode#SERVER_BUSY} when too many ask for costly proofs at once
     * @param message one sentence that tells a stranger nothing of the key
     */
    record Rejected(ResponseCode code, String message) implements Authentication {}
}
