// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.time.Instant;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.identifier.Oid;

/**
 * A node of the tree that was allotted here.
 *
 * @param prefix of the enterprise that answers for it; the node's own prefix for the arc itself
 * @param handle whose record carries it; none of an enterprise's arc
 * @param label its Unicode label; empty when it has none
 * @param allottedBy the account
 */
public record OidNode(
        Oid oid,
        Kind kind,
        String prefix,
        Optional<HandleName> handle,
        String label,
        Instant allottedAt,
        String allottedBy) {
    /** What it was allotted for. */
    public enum Kind {
        /** The node's own arc. */
        ARC,
        /** An enterprise's sub-arc. */
        ENTERPRISE,
        /** One record. */
        RECORD
    }
}
