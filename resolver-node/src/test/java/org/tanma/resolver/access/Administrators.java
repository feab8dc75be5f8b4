// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireWriter;

/** Values that say who administers what, for tests. */
public final class Administrators {
    private Administrators() {}

    public static HandleValue value(int index, String type, byte[] data, ValuePermissions permissions) {
        return new HandleValue(index, type, data, Ttl.DEFAULT, permissions, 0, List.of());
    }

    public static HandleValue admin(int index, int permissions, String handle, int keyIndex) {
        return admin(index, AdminRecord.TYPE, permissions, handle, keyIndex);
    }

    public static HandleValue admin(int index, String type, int permissions, String handle, int keyIndex) {
        try {
            byte[] octets = new AdminRecord(permissions, HandleName.parse(handle), keyIndex).encode();
            return value(index, type, octets, ValuePermissions.PUBLIC);
        } catch (WireFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static HandleValue secret(int index, String secret) {
        return value(index, "HS_SECKEY", secret.getBytes(StandardCharsets.UTF_8), ValuePermissions.PRIVATE);
    }

    /** A group; members as {@code 300:88.118/x}. */
    public static HandleValue group(int index, String... members) {
        return group(index, Arrays.asList(members));
    }

    public static HandleValue group(int index, List<String> members) {
        WireWriter out = new WireWriter(1 << 20);
        try {
            HandleValueCodec.encodeReferences(
                    members.stream()
                            .map(m -> new ValueReference(
                                    m.substring(m.indexOf(':') + 1), Integer.parseInt(m.substring(0, m.indexOf(':')))))
                            .toList(),
                    out);
        } catch (WireFormatException e) {
            throw new IllegalArgumentException(e);
        }
        return value(index, "HS_VLIST", out.toArray(), ValuePermissions.PUBLIC);
    }
}
