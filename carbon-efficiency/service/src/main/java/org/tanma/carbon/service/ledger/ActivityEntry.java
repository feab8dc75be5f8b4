// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.time.Instant;

/**
 * One version of one reported figure. Immutable: a correction is the next version.
 *
 * @param version from 1
 * @param recordedBy account that reported it
 * @param reason why it differs from the version before; empty for the first
 */
public record ActivityEntry(
        EntryKey key, int version, EntryContent content, String recordedBy, Instant recordedAt, String reason) {
    /** A version without a reason. */
    public ActivityEntry(EntryKey key, int version, EntryContent content, String recordedBy, Instant recordedAt) {
        this(key, version, content, recordedBy, recordedAt, "");
    }
}
