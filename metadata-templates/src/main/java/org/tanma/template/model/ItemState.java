// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

/** Whether new records may carry an item. */
public enum ItemState {
    ENABLED,
    /** Kept so that old records stay readable and its index is never used again; a new record may not carry it. */
    DISABLED
}
