// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;

/** One thing that a file asks for, with the line it begins at, from 1. */
sealed interface FileOperation {
    long line();

    /** A record shall be there. */
    record Create(long line, HandleRecord record) implements FileOperation {}

    /** A handle shall have no record. */
    record Delete(long line, HandleName name) implements FileOperation {}

    /** Values shall be added to a record that has none at their indexes. */
    record Add(long line, HandleName name, List<HandleValue> values) implements FileOperation {}

    /** Values shall be put in place of those at their indexes, all of which there are. */
    record Modify(long line, HandleName name, List<HandleValue> values) implements FileOperation {}

    /** The values at these indexes shall be gone. */
    record Remove(long line, HandleName name, List<Integer> indexes) implements FileOperation {}

    /** A section that means nothing here: signing in, sessions, homing of prefixes. */
    record LeftOut(long line, String section) implements FileOperation {}

    /** Something that cannot be read; reading goes on after it. */
    record Unreadable(Fault fault) implements FileOperation {
        @Override
        public long line() {
            return fault.line();
        }
    }
}
