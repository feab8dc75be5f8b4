// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tanma.handle.wire.Octets;
import org.tanma.resolver.access.Caller;

/**
 * A question about a handle, as it came.
 *
 * <p>Shape: the handle's octets, not yet known to be one; values whose index or type is listed are wanted, both lists
 * empty for all; a type with {@code "."} at its end asks for its subtypes too. {@code isPublicOnly} leaves out what the
 * public may not read without a word; without it, such a value among those wanted makes the answer to the public that a
 * key is needed. {@code caller} is who asks, verified before; {@code route} how the question came.
 */
public record ResolutionQuery(
        Octets handle,
        List<Integer> indexes,
        List<String> types,
        boolean isPublicOnly,
        Caller caller,
        QueryRoute route) {
    public ResolutionQuery {
        indexes = List.copyOf(indexes);
        types = List.copyOf(types);
    }

    /** A question of the public. */
    public ResolutionQuery(Octets handle, List<Integer> indexes, List<String> types, boolean isPublicOnly) {
        this(handle, indexes, types, isPublicOnly, Caller.PUBLIC, QueryRoute.DIRECT);
    }

    /** The same question, asked by somebody else. */
    public ResolutionQuery by(Caller other) {
        return new ResolutionQuery(handle, indexes, types, isPublicOnly, other, route);
    }

    /** The same question, come by another route. */
    public ResolutionQuery along(QueryRoute other) {
        return new ResolutionQuery(handle, indexes, types, isPublicOnly, caller, other);
    }

    /** Asks for all public values of a handle. */
    public static ResolutionQuery all(String handle) {
        return of(handle, List.of(), List.of(), true);
    }

    /** The question about a handle that came as text. */
    public static ResolutionQuery of(String handle, List<Integer> indexes, List<String> types, boolean isPublicOnly) {
        Octets octets = Octets.of(handle.getBytes(StandardCharsets.UTF_8));
        return new ResolutionQuery(octets, indexes, types, isPublicOnly);
    }

    boolean wantsAll() {
        return indexes.isEmpty() && types.isEmpty();
    }
}
