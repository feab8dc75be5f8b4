// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;

/** One way to ask a node; safe between threads. */
interface HandleTransport extends AutoCloseable {
    /** The values asked for, all when both lists are empty; empty when there is no such handle. */
    Optional<HandleRecord> resolve(HandleName handle, List<Integer> indexes, List<String> types);

    @Override
    void close();
}
