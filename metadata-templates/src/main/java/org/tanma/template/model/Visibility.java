// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

/** Who may read an item of a record, from the widest circle to the narrowest. */
public enum Visibility {
    /** Anyone. */
    PUBLIC,
    /** Enterprises the owner works with, and whoever may see more. */
    PARTNER,
    /** The regulator, and whoever may see more. */
    REGULATOR,
    /** The enterprise the record belongs to, and who must see everything to run or watch over the node. */
    OWNER
}
