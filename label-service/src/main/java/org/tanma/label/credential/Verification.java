// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.credential;

/** What checking a {@link SignedStatement} found. */
public enum Verification {
    /** As it was signed. */
    GENUINE,
    /** Text, digest or signature do not belong together. */
    CHANGED,
    /** The key named is not among the issuer's. */
    UNKNOWN_KEY
}
