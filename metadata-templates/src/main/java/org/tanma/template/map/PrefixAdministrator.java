// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.WireFormatException;

/** Who administers the records of a prefix: the key at index 300 of {@code 0.NA/<prefix>}, by the habit of the Handle System. */
public final class PrefixAdministrator {
    /** Index by convention of a record's first HS_ADMIN value. */
    public static final int VALUE_INDEX = 100;

    private static final int KEY_INDEX = 300;
    private static final int PERMISSIONS = AdminRecord.ALL
            & ~(AdminRecord.LIST_HANDLES | AdminRecord.ADD_DERIVED_PREFIX | AdminRecord.DELETE_DERIVED_PREFIX);

    private PrefixAdministrator() {}

    /** Everything on a record but listing handles and deriving prefixes. */
    public static AdminRecord of(String prefix) {
        return new AdminRecord(PERMISSIONS, HandleName.parse("0.NA/" + prefix), KEY_INDEX);
    }

    static HandleValue value(AdminRecord admin, long timestampSeconds) {
        try {
            return new HandleValue(
                    VALUE_INDEX,
                    AdminRecord.TYPE,
                    admin.encode(),
                    Ttl.DEFAULT,
                    ValuePermissions.PUBLIC,
                    timestampSeconds,
                    List.of());
        } catch (WireFormatException e) {
            throw new IllegalArgumentException("administrator " + admin + " cannot be encoded", e);
        }
    }
}
