// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.model;

/**
 * Who may read and write one handle value.
 *
 * <p>Wire form: one octet, bits 8 administrator read, 4 administrator write, 2 public read, 1 public write. Source: RFC
 * 3651 section 3.1.
 */
public record ValuePermissions(boolean adminRead, boolean adminWrite, boolean publicRead, boolean publicWrite) {
    /** {@code 1110}: read by all, written by administrators. */
    public static final ValuePermissions PUBLIC = new ValuePermissions(true, true, true, false);
    /** {@code 1100}: read and written by administrators. */
    public static final ValuePermissions PRIVATE = new ValuePermissions(true, true, false, false);

    public static ValuePermissions fromBits(int bits) {
        return new ValuePermissions((bits & 8) != 0, (bits & 4) != 0, (bits & 2) != 0, (bits & 1) != 0);
    }

    public int bits() {
        return (adminRead ? 8 : 0) | (adminWrite ? 4 : 0) | (publicRead ? 2 : 0) | (publicWrite ? 1 : 0);
    }
}
