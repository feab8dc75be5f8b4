// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.ResponseCode;

/**
 * A version of the Handle protocol, and which one an answer speaks.
 *
 * <p>Understood: every 2.x, of which 2.11 is the newest known, and 3.0. An answer speaks the asker's version, or the
 * newest known of its major version, and suggests the newest known; an asker of another major version is told in 2.11.
 */
public record ProtocolVersion(int major, int minor) {
    private static final int FIRST_WITH_ALL_CODES = 5;

    public static final ProtocolVersion NEWEST_2 =
            new ProtocolVersion(MessageEnvelope.MAJOR_VERSION, MessageEnvelope.MINOR_VERSION);
    public static final ProtocolVersion NEWEST_3 = new ProtocolVersion(MessageEnvelope.NEWEST_MAJOR_VERSION, 0);

    public ProtocolVersion ofAnswer() {
        ProtocolVersion suggested = suggested();
        return major == suggested.major && minor < suggested.minor ? this : suggested;
    }

    public ProtocolVersion suggested() {
        return major == NEWEST_3.major ? NEWEST_3 : NEWEST_2;
    }

    /** True for the versions of RFC 3652 and of the Chinese system, of which 3.0 left some operations and codes out. */
    public boolean isSecond() {
        return major <= NEWEST_2.major;
    }

    /**
     * The code that tells such an asker of this outcome: some codes came with version 2.5, and have forerunners; 3.0 has one
     * code for all that is wrong about setting a session up.
     */
    public ResponseCode codeFor(ResponseCode code) {
        if (!isSecond()) {
            boolean isOfSetup =
                    code.equals(ResponseCode.INVALID_SESSION_SETUP) || code.equals(ResponseCode.RSA_KEY_NEEDED);
            return isOfSetup ? ResponseCode.SESSION_FAILED : code;
        }
        if (minor >= FIRST_WITH_ALL_CODES) {
            return code;
        }
        if (code.equals(ResponseCode.SERVER_READ_ONLY)) {
            return ResponseCode.PREFIX_REFERRAL;
        }
        return code.equals(ResponseCode.INVALID_VALUE) ? ResponseCode.VALUE_EXISTS : code;
    }
}
