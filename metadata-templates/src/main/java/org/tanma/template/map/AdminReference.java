// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;

/**
 * Who administers a record: the key at {@code index} of {@code handle}.
 *
 * <p>Wire form of the value: permissions u16, length u32 and octets of the handle, index u32, big-endian (RFC 3651 section
 * 3.2.1).
 */
public record AdminReference(String handle, int index) {
    /** Index by convention of a record's first HS_ADMIN value. */
    public static final int VALUE_INDEX = 100;

    private static final String TYPE = "HS_ADMIN";
    /** Everything but listing handles and handling derived prefixes. */
    private static final int PERMISSIONS = 0x07F3;

    /** The administrator by habit of everything under a prefix: key 300 of {@code 0.NA/<prefix>}. */
    public static AdminReference ofPrefix(String prefix) {
        return new AdminReference("0.NA/" + prefix, 300);
    }

    HandleValue toValue(long timestampSeconds) {
        byte[] name = handle.getBytes(StandardCharsets.UTF_8);
        ByteBuffer data = ByteBuffer.allocate(Short.BYTES + Integer.BYTES + name.length + Integer.BYTES);
        data.putShort((short) PERMISSIONS).putInt(name.length).put(name).putInt(index);
        return new HandleValue(
                VALUE_INDEX, TYPE, data.array(), Ttl.DEFAULT, ValuePermissions.PUBLIC, timestampSeconds, List.of());
    }
}
