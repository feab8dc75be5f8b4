// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.index.RecordMarks;
import org.tanma.template.map.TemplatedRecord;

/**
 * Which enterprise a record belongs to: the only place that tells.
 *
 * <p>It is that of the handle's prefix, until the record was transferred: then it carries an {@code OWNER} value that names
 * the other's. Whoever decides what somebody may do to a record that exists asks here, not the handle.
 */
public final class RecordOwners {
    private RecordOwners() {}

    /** The prefix of the enterprise a record with these values belongs to. */
    public static String ownerOf(HandleName name, List<HandleValue> values) {
        return values.stream()
                .filter(value -> value.index() == RecordMarks.OWNER_INDEX)
                .filter(value -> value.type().equalsIgnoreCase(RecordMarks.OWNER_TYPE))
                .findFirst()
                .map(HandleValue::dataAsText)
                .orElse(name.prefix());
    }

    public static String ownerOf(HandleRecord record) {
        return ownerOf(record.name(), record.values());
    }

    public static String ownerOf(TemplatedRecord record) {
        return ownerOf(record.handle(), record.otherValues());
    }

    /** True when {@code caller} may change this record as its enterprise does. */
    public static boolean mayWrite(Caller caller, HandleRecord record) {
        return caller.mayWriteUnder(ownerOf(record));
    }
}
