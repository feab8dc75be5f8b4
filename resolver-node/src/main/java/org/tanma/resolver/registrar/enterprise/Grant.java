// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.enterprise;

import java.time.Instant;
import java.util.Optional;

/**
 * An enterprise's leave for somebody to see more of its records.
 *
 * @param grantee prefix of a partner, or account of a verifier
 * @param template name of the only template it is about; empty for all
 */
public record Grant(
        String id,
        String ownerPrefix,
        Kind kind,
        String grantee,
        String template,
        String grantedBy,
        Instant grantedAt,
        Optional<Instant> revokedAt) {
    /** To whom. */
    public enum Kind {
        /** Another enterprise: sees what is meant for partners. */
        PARTNER,
        /** A verifier: sees what is meant for regulators too, and the activity data. */
        VERIFIER
    }

    /** True when it is about records of this template. */
    boolean covers(String wanted) {
        return template.isEmpty() || template.equals(wanted);
    }
}
