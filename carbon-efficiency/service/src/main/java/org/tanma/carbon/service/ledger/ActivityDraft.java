// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

/**
 * A checked figure about to be recorded.
 *
 * @param reason why it differs from what was recorded before; may be empty where nothing was
 */
public record ActivityDraft(EntryKey key, EntryContent content, String reason) {
    /** A figure that is the first of its key. */
    public ActivityDraft(EntryKey key, EntryContent content) {
        this(key, content, "");
    }
}
