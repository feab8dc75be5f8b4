// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.type.PredefinedType;

/**
 * What a caller is to a handle.
 *
 * <p>A handle's {@code HS_ADMIN} values name its administrators: a key by its place, every key of a handle by index 0, or a
 * group of keys and further groups by the place of an {@code HS_VLIST}. Permissions of all values that name the caller add
 * up. A handle without any such value is administered by whoever administers the node's own prefix handle. A value that
 * cannot be read names nobody. Safe between threads; reads keys, so it may block. Sources: RFC 3651 section 3.2.1, and the
 * errata to it, by which a record may have no administrator of its own.
 */
public final class AccessRules {
    private final KeySource keys;
    private final Optional<HandleName> nodeHandle;

    private AccessRules(KeySource keys, Optional<HandleName> nodeHandle) {
        this.keys = keys;
        this.nodeHandle = nodeHandle;
    }

    /**
     * @param nodePrefix whose prefix handle names those who administer what has no administrator of its own
     */
    public static AccessRules of(KeySource keys, String nodePrefix) {
        return new AccessRules(keys, Optional.of(HandleName.parse("0.NA/" + nodePrefix)));
    }

    /** What has no administrator of its own is administered by nobody. */
    public static AccessRules of(KeySource keys) {
        return new AccessRules(keys, Optional.empty());
    }

    /** What the caller is to the handle of a record just read. */
    public Standing standing(Caller caller, HandleRecord record) {
        if (caller.isPublic()) {
            return Standing.OF_THE_PUBLIC;
        }
        List<HandleValue> admins =
                record.values().stream().filter(PredefinedType.HS_ADMIN::is).toList();
        return admins.isEmpty() ? nodeStanding(caller) : named(caller.key().orElseThrow(), admins);
    }

    /** What the caller is to a handle, here or elsewhere. */
    public Standing standing(Caller caller, HandleName handle) {
        if (caller.isPublic()) {
            return Standing.OF_THE_PUBLIC;
        }
        List<HandleValue> admins = keys.findByType(handle, PredefinedType.HS_ADMIN);
        return admins.isEmpty() ? nodeStanding(caller) : named(caller.key().orElseThrow(), admins);
    }

    /** What the caller is to the node as a whole. */
    public Standing nodeStanding(Caller caller) {
        if (caller.isPublic()) {
            return Standing.OF_THE_PUBLIC;
        }
        return nodeHandle
                .map(handle -> named(caller.key().orElseThrow(), keys.findByType(handle, PredefinedType.HS_ADMIN)))
                .orElse(Standing.OF_A_STRANGER);
    }

    private Standing named(Caller.Key key, List<HandleValue> admins) {
        GroupSearch search = new GroupSearch(keys, key);
        boolean isAdministrator = false;
        int permissions = 0;
        for (HandleValue value : admins) {
            Optional<AdminRecord> admin = decode(value);
            if (admin.isPresent()
                    && search.isNamed(admin.get().admin(), admin.get().adminIndex())) {
                isAdministrator = true;
                permissions |= admin.get().permissions();
            }
        }
        return isAdministrator ? Standing.of(permissions) : Standing.OF_A_STRANGER;
    }

    /** The administrator a value names; empty when its octets are none. */
    public static Optional<AdminRecord> decode(HandleValue admin) {
        try {
            return Optional.of(AdminRecord.decode(ByteBuffer.wrap(admin.data())));
        } catch (WireFormatException e) {
            return Optional.empty();
        }
    }
}
