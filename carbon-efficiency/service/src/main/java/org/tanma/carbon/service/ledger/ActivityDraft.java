// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

/** A checked figure about to be recorded. */
public record ActivityDraft(EntryKey key, EntryContent content) {}
