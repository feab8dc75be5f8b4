// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.type.PredefinedType;
import org.tanma.template.map.PrefixAdministrator;
import org.tanma.template.map.TemplatedRecord;

/** What a record says, its timestamps aside. */
public final class RecordContent {
    private RecordContent() {}

    /** True when both records have the same values, timestamps aside. */
    static boolean isSame(HandleRecord one, HandleRecord other) {
        return EncodedValues.encode(one.values()).equalsIgnoringTimestamps(EncodedValues.encode(other.values()));
    }

    /**
     * The new record with those values of the stored one that its template knows nothing of; administrators as they are
     * stored, since whoever administers the handle may have changed them.
     */
    public static HandleRecord keepForeignValues(TemplatedRecord stored, HandleRecord fresh) {
        List<HandleValue> values = new ArrayList<>(fresh.values());
        for (HandleValue value : stored.otherValues()) {
            if (value.index() == PrefixAdministrator.VALUE_INDEX && PredefinedType.HS_ADMIN.is(value)) {
                values.removeIf(v -> v.index() == PrefixAdministrator.VALUE_INDEX);
                values.add(value);
            } else if (fresh.findByIndex(value.index()).isEmpty()) {
                values.add(value);
            }
        }
        return new HandleRecord(fresh.name(), values);
    }
}
