// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

/**
 * What became of a draft.
 *
 * @param version the version that now holds its content
 * @param isNew false when the newest version already said the same
 */
public record RecordedVersion(EntryKey key, int version, boolean isNew) {}
