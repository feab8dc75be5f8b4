// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.util.Locale;

/** Why nothing is allotted; the catalogue has the words under {@link #key()}. */
public enum OidRefusal {
    /** The number is given already. */
    ARC_TAKEN("arc"),
    /** No number, or one of more than 30 digits. */
    ARC_MALFORMED("arc"),
    /** The label is given to another node beside it. */
    LABEL_TAKEN("label"),
    LABEL_MALFORMED("label"),
    /** The node has another label already. */
    LABEL_OTHER("label"),
    /** The parent is not allotted here. */
    PARENT_UNKNOWN("parent"),
    /** The parent belongs to another enterprise. */
    PARENT_FOREIGN("parent"),
    PARENT_MALFORMED("parent"),
    /** The name in DNS would be too long. */
    TOO_DEEP("parent"),
    HANDLE_MALFORMED("handle"),
    /** The handle is not registered. */
    HANDLE_UNKNOWN("handle"),
    /** The record was retired. */
    HANDLE_RETIRED("handle"),
    /** The record carries another object identifier of this arc. */
    HANDLE_OTHER("handle"),
    /** The record has no index left for an equivalent. */
    RECORD_FULL("handle"),
    /** The record changed again and again meanwhile. */
    RECORD_CHANGING("handle"),
    /** Neither a handle nor a prefix is named, and the caller has not just one. */
    PREFIX_NEEDED("prefix"),
    /** The prefix does not lie under this node. */
    PREFIX_FOREIGN("prefix"),
    /** The enterprise may hold no more records. */
    NO_QUOTA("prefix"),
    /** The enterprise may not write. */
    SUSPENDED("prefix");

    private final String path;

    OidRefusal(String path) {
        this.path = path;
    }

    /** The field of the request it is about. */
    public String path() {
        return path;
    }

    /** Where the catalogue has its words. */
    public String key() {
        return "oid." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the request fits but clashes with what is there. */
    public boolean isConflict() {
        return name().endsWith("_TAKEN") || name().endsWith("_OTHER") || this == RECORD_CHANGING;
    }
}
