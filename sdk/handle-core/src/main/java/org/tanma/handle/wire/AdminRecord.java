// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import org.tanma.handle.model.HandleName;

/**
 * Who administers a handle and what they may do: the data of an {@code HS_ADMIN} value.
 *
 * <p>Shape: u16 permissions, the administrator's handle, u32 index of the key value there. Permission bits 0..15 are
 * kept, twelve have names here. Index 0..2³¹−1. Source: RFC 3651 section 3.2.1.
 */
public record AdminRecord(int permissions, HandleName admin, int adminIndex) {
    /** The type of the value that holds this. */
    public static final String TYPE = "HS_ADMIN";

    public static final int ADD_HANDLE = 0x001;
    public static final int DELETE_HANDLE = 0x002;
    public static final int ADD_DERIVED_PREFIX = 0x004;
    public static final int DELETE_DERIVED_PREFIX = 0x008;
    public static final int MODIFY_VALUE = 0x010;
    public static final int REMOVE_VALUE = 0x020;
    public static final int ADD_VALUE = 0x040;
    public static final int MODIFY_ADMIN = 0x080;
    public static final int REMOVE_ADMIN = 0x100;
    public static final int ADD_ADMIN = 0x200;
    public static final int READ_VALUE = 0x400;
    public static final int LIST_HANDLES = 0x800;
    /** All that have a name. */
    public static final int ALL = 0xFFF;

    private static final int PERMISSION_BITS = 12;

    public AdminRecord {
        if (permissions < 0 || permissions > 0xFFFF) {
            throw new IllegalArgumentException("permissions " + permissions + " are outside 0..65535");
        }
        if (adminIndex < 0) {
            throw new IllegalArgumentException("administrator index " + adminIndex + " is negative");
        }
    }

    public boolean may(int permission) {
        return (permissions & permission) == permission;
    }

    /** The twelve named bits as digits, {@link #LIST_HANDLES} first, as the Handle REST interface writes them. */
    public String permissionDigits() {
        StringBuilder digits = new StringBuilder(PERMISSION_BITS);
        for (int bit = PERMISSION_BITS - 1; bit >= 0; bit--) {
            digits.append(permissions >>> bit & 1);
        }
        return digits.toString();
    }

    /** The record that these octets are, all of them. */
    public static AdminRecord decode(ByteBuffer octets) throws WireFormatException {
        WireReader in = new WireReader(octets);
        int permissions = in.readAnyShort("administrator permissions", "unknown bits are carried on");
        HandleName admin = in.readHandle("administrator handle");
        int index = (int) in.readBounded(0, Integer.MAX_VALUE, "administrator index");
        in.requireEnd("administrator record");
        return new AdminRecord(permissions, admin, index);
    }

    public byte[] encode() throws WireFormatException {
        WireWriter out = new WireWriter(WireLimits.ARRAY_OCTETS);
        out.writeShort(permissions, "administrator permissions");
        out.writeHandle(admin, "administrator handle");
        out.writeInt(adminIndex, "administrator index");
        return out.toArray();
    }
}
