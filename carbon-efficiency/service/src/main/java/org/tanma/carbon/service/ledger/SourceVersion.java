// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.time.Instant;

/**
 * One version of what is known of an emission source. Immutable: a change is the next version.
 *
 * @param source the enterprise's own name of it
 * @param version from 1
 * @param reason why it differs from the version before; may be empty
 */
public record SourceVersion(
        String enterprise,
        String source,
        int version,
        SourceContent content,
        String reason,
        String recordedBy,
        Instant recordedAt) {}
