// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import org.tanma.handle.wire.MessageEnvelope;

/**
 * A version of the Handle protocol, and which one an answer speaks.
 *
 * <p>Understood: every 2.x, of which 2.11 is the newest known, and 3.0. An answer speaks the asker's version, or the
 * newest known of its major version, and suggests the newest known; an asker of another major version is told in 2.11.
 */
record ProtocolVersion(int major, int minor) {
    static final ProtocolVersion NEWEST_2 =
            new ProtocolVersion(MessageEnvelope.MAJOR_VERSION, MessageEnvelope.MINOR_VERSION);
    static final ProtocolVersion NEWEST_3 = new ProtocolVersion(MessageEnvelope.NEWEST_MAJOR_VERSION, 0);

    ProtocolVersion ofAnswer() {
        ProtocolVersion suggested = suggested();
        return major == suggested.major && minor < suggested.minor ? this : suggested;
    }

    ProtocolVersion suggested() {
        return major == NEWEST_3.major ? NEWEST_3 : NEWEST_2;
    }
}
