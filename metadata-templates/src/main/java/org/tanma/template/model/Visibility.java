// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

/** Who may read an item of a record. */
public enum Visibility {
    /** Anyone. */
    PUBLIC,
    /** The enterprise the record belongs to, the node's operator and the regulator. */
    OWNER
}
