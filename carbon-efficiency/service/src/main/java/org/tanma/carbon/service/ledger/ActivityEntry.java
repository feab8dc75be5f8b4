// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import java.time.Instant;

/**
 * One version of one reported figure. Immutable: a correction is the next version.
 *
 * @param version from 1
 * @param recordedBy account that reported it
 */
public record ActivityEntry(EntryKey key, int version, EntryContent content, String recordedBy, Instant recordedAt) {}
