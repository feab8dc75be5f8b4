// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.List;
import org.tanma.handle.model.HandleName;

/**
 * Asks for the values of a handle.
 *
 * <p>Values whose index or type is listed are wanted; both lists empty: all. A type ending in {@code "."} asks for its
 * subtypes too. Source: RFC 3652 section 3.2.1.
 */
public record ResolutionRequest(HandleName handle, List<Integer> indexes, List<String> types) implements MessageBody {
    public ResolutionRequest {
        indexes = List.copyOf(indexes);
        types = List.copyOf(types);
    }

    /** Asks for all values. */
    public static ResolutionRequest all(HandleName handle) {
        return new ResolutionRequest(handle, List.of(), List.of());
    }
}
