// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.peer;

import java.time.Instant;

/** A stored version of an industry's peers. Immutable: a better survey is the next version. */
public record PeerSet(PeerSetDraft content, int version, String recordedBy, Instant recordedAt) {
    /** Names this version for good, for instance {@code peers/3011/2025/v1}. */
    public String edition() {
        return "peers/" + content.industry() + "/" + content.year() + "/v" + version;
    }
}
