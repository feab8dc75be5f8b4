// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.stream.Stream;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Quantity;

/**
 * A figure to compute with in place of the one that holds, for instance another grid factor. It never enters a record.
 *
 * @param scope a source, an activity or a term, as for {@link SharedParameter}
 * @param parameter which
 * @param value its value
 */
public record Assumption(String scope, Parameter parameter, Quantity value) {
    public Assumption {
        MeasuredValue.requireShort(value);
    }

    /** Whether it is about a reading. */
    public boolean holdsFor(ActivityEntry entry) {
        return Stream.of(
                        entry.source(),
                        entry.activity().toString(),
                        entry.activity().term())
                .anyMatch(scope::equals);
    }
}
